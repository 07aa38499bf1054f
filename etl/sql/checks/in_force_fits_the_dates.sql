-- another stated_status than in_force, since the term had ended when the row was last looked at
SELECT 'agreements', agreement_id, 'stated_status', stated_status FROM core.agreements
WHERE stated_status = 'in_force' AND expires_on_last < as_of_first;
