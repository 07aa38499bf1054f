-- warning: a newer source that says the agreement is still in force, or an end of its term
SELECT 'agreements', agreement_id, 'as_of', as_of FROM core.agreements
WHERE stated_status = 'in_force' AND expires_on IS NULL AND as_of_last < DATE '2026-11-22' - INTERVAL 2 YEAR;
