-- another stance than advances, since the single creator is known to have no choice in this deal
SELECT 'practices', practice_id, 'stance', stance FROM core.practices
WHERE kind = 'license_deal' AND stance = 'advances' AND creators_opt_in = 'false';
