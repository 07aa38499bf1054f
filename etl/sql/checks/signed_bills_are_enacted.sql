-- status enacted, because bill_dates says that it became law
SELECT 'bills', b.bill_id, 'status', b.status
FROM core.bills b JOIN core.bill_dates d ON d.bill_id = b.bill_id AND d.kind = 'signed'
WHERE b.status <> 'enacted';
