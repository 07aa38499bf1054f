-- a date of the page that is not after the day it was found or read
SELECT 'evidence', evidence_id, 'published_on', published_on FROM core.evidence
WHERE published_on_first > greatest(accessed_last, checked_on_last);
