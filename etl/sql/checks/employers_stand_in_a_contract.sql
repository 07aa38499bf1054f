-- an employer side that a contract names in agreements.csv
SELECT 'employers', e.employer_id, 'employer', e.employer
FROM core.employers e
WHERE NOT EXISTS (
    SELECT 1 FROM core.agreements a
    WHERE list_contains(list_transform(string_split_regex(a.counterparty, ',| and | / |\(|\)'), lambda part: trim(part)), e.employer));
