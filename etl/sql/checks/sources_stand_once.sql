-- a source that the row does not have already
SELECT 'evidence', evidence_id, 'url', url FROM core.evidence
QUALIFY row_number() OVER (PARTITION BY table_name, row_id, regexp_replace(regexp_replace(lower(url), '^https?://(www\.)?', ''), '/*(#.*)?$', '') ORDER BY evidence_id) > 1;
