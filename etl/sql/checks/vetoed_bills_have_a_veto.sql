-- status vetoed and a veto in bill_events.csv, or neither (a veto that was overridden: enacted)
SELECT 'bills', b.bill_id, 'status', b.status
FROM core.bills b LEFT JOIN core.bill_events e ON e.bill_id = b.bill_id AND e.kind = 'vetoed'
GROUP BY ALL
HAVING b.status = 'vetoed' AND count(e.event_id) = 0 OR b.status NOT IN ('vetoed', 'enacted') AND count(e.event_id) > 0;
