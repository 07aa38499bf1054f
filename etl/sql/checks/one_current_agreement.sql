-- one agreement in force for a union, sector and counterparty; name the newer one's predecessor in `supersedes`
SELECT 'agreements', a.agreement_id, 'supersedes', b.agreement_id
FROM core.agreements a
JOIN core.agreements b ON b.union_id = a.union_id AND b.sector = a.sector AND b.counterparty = a.counterparty
    AND b.kind = a.kind AND b.crafts IS NOT DISTINCT FROM a.crafts AND b.agreement_id < a.agreement_id
WHERE a.kind = 'collective' AND a.stated_status = 'in_force' AND b.stated_status = 'in_force'
  AND a.supersedes IS NULL AND b.supersedes IS NULL;
