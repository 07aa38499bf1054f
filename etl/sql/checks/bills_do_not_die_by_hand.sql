-- the last step of the bill; that it died, or how it ended is unknown, follows from its session
SELECT 'bills', bill_id, 'status', status FROM core.bills WHERE status IN ('died', 'unresolved');
