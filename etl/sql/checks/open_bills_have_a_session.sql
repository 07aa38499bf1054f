-- a row in sessions.csv for this state and session, since the bill was not decided
SELECT 'bills', b.bill_id, 'session', b.session
FROM core.bills b ANTI JOIN core.sessions s ON s.jurisdiction = b.jurisdiction AND s.session = b.session
WHERE b.status IN ('introduced', 'passed_one_chamber', 'passed_legislature');
