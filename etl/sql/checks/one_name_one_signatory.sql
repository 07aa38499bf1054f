-- a signatory that does not stand above already under another id
SELECT 'signatories', signatory_id, 'name', name FROM core.signatories
QUALIFY row_number() OVER (PARTITION BY regexp_replace(strip_accents(lower(name)), '[^a-z0-9]', '', 'g'), kind ORDER BY signatory_id) > 1;
