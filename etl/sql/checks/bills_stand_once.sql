-- a bill that does not stand above already with this state, session and number
SELECT 'bills', bill_id, 'number', number FROM core.bills
QUALIFY row_number() OVER (PARTITION BY jurisdiction, session, regexp_replace(lower(number), '[^a-z0-9]', '', 'g') ORDER BY bill_id) > 1;
