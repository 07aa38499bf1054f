-- a bill_dates row of kind enjoined or repealed for a law of which `challenge` says that a court blocked it
SELECT 'bills', b.bill_id, 'challenge', b.challenge
FROM core.bills b
WHERE b.status = 'enacted' AND regexp_matches(lower(b.challenge), 'enjoined|struck down|blocked by|permanently barred')
  AND NOT EXISTS (SELECT 1 FROM core.bill_dates d WHERE d.bill_id = b.bill_id AND d.kind IN ('enjoined', 'repealed'));
