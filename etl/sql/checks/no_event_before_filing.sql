-- a date on or after the day the case was filed
SELECT 'case_events', e.event_id, 'date', e.date
FROM core.case_events e JOIN core.cases c USING (case_id) WHERE e.date_last < c.filed_on_first
UNION ALL
SELECT 'rulings', r.ruling_id, 'date', r.date
FROM core.rulings r JOIN core.cases c USING (case_id) WHERE r.date_last < c.filed_on_first;
