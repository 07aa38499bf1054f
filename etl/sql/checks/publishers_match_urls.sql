-- the publisher whose host (and owner, on a shared host) the url names
SELECT 'evidence', evidence_id, 'publisher_id', publisher_id
FROM core.evidence
WHERE NOT starts_with(
    regexp_replace(lower(url), '^https?://(?:www\.)?([^/?#:]+?)\.*(?:[/?#:]|$)', '\1/') || '/', publisher_id || '/');
