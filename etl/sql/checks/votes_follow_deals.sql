-- a vote on or after the tentative deal, and a share of yes only for a vote that was held
SELECT 'agreements', agreement_id, 'ratified_on', ratified_on FROM core.agreements
WHERE ratified_on_last < tentative_on_first
UNION ALL
SELECT 'agreements', agreement_id, 'ratification_yes_pct', ratification_yes_pct::VARCHAR FROM core.agreements
WHERE ratification_yes_pct IS NOT NULL AND ratified_on IS NULL;
