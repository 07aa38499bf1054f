-- each party of a case once
SELECT 'case_parties', case_party_id, 'name', name FROM core.case_parties
QUALIFY row_number() OVER (PARTITION BY case_id, side, regexp_replace(lower(name), '[^a-z0-9]', '', 'g') ORDER BY case_party_id) > 1;
