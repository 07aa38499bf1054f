-- a bill_dates row of kind signed for every enacted bill, or of kind effective for an old law whose signing nobody found
SELECT 'bills', b.bill_id, 'status', b.status
FROM core.bills b
WHERE b.status = 'enacted' AND NOT EXISTS (
    SELECT 1 FROM core.bill_dates d WHERE d.bill_id = b.bill_id AND d.kind IN ('signed', 'effective'));
