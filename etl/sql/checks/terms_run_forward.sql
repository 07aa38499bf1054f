-- a term that ends after it begins
SELECT 'agreements', agreement_id, 'expires_on', expires_on
FROM core.agreements WHERE expires_on_last < effective_on_first;
