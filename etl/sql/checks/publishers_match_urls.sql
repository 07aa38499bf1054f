-- the publisher whose host the url names
SELECT 'evidence', evidence_id, 'publisher_id', publisher_id
FROM core.evidence
WHERE NOT starts_with(
    regexp_replace(lower(url), '^https?://(www\.)?', ''), rtrim(split_part(publisher_id, '/', 1), '.'));
