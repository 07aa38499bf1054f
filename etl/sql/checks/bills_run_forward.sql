-- a date on or after the bill's introduction
SELECT 'bill_dates', d.bill_date_id, 'date', d.date
FROM core.bill_dates d
JOIN core.bill_dates i ON i.bill_id = d.bill_id AND i.kind = 'introduced'
WHERE d.kind <> 'introduced' AND d.date_last < i.date_first
UNION ALL
SELECT 'bill_events', e.event_id, 'date', e.date
FROM core.bill_events e
JOIN core.bill_dates i ON i.bill_id = e.bill_id AND i.kind = 'introduced'
WHERE e.date_last < i.date_first;
