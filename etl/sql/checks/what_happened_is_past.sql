-- a date that had come when the newest source was found; what lies ahead is of kind scheduled
SELECT table_name, row_id, NULL, date FROM events
WHERE NOT is_scheduled AND date_first > (SELECT max(accessed_last) FROM core.evidence);
