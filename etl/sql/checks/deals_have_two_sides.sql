-- warning: a seller and a buyer in practice_parties.csv
SELECT 'practices', p.practice_id, 'kind', p.title
FROM core.practices p
WHERE p.kind = 'license_deal' AND (
    SELECT count(DISTINCT role) FROM core.practice_parties q WHERE q.practice_id = p.practice_id AND q.role IN ('seller', 'buyer')
) < 2;
