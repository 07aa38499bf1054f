-- a day on or after the announcement
SELECT 'practices', practice_id, 'ended_on', ended_on FROM core.practices WHERE ended_on_last < announced_on_first
UNION ALL
SELECT 'practice_events', e.event_id, 'date', e.date
FROM core.practice_events e JOIN core.practices p USING (practice_id)
WHERE e.date_last < p.announced_on_first AND e.kind NOT IN ('signed', 'reported', 'refused');
