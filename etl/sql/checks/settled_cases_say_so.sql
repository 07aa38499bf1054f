-- a settlement in case_events.csv, or an outcome, for a settled case
SELECT 'cases', c.case_id, 'status', c.status
FROM core.cases c LEFT JOIN core.case_events e ON e.case_id = c.case_id AND e.kind IN ('settlement_announced', 'settlement_approved')
WHERE c.status = 'settled' AND e.event_id IS NULL AND c.outcome IS NULL;
