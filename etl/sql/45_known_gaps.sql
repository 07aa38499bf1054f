-- What the Atlas knows that it does not know. Each row that may lack something, and how much it lacks:
-- the counts and the rows behind them come from here, so they cannot differ.
CREATE TABLE gap_candidates AS
WITH gaps (place, gap_id, domain, gap) AS (VALUES
    (1, 'bills_introduced', 'legislation', 'Bills whose day of introduction is not recorded'),
    (2, 'laws_effective', 'legislation', 'Enacted laws whose effective date is not recorded; they are never shown as in force'),
    (3, 'bills_open_states', 'legislation', 'Bills without their Open States id'),
    (4, 'states_looked', 'legislation', 'State and protection: nobody has looked yet, and no law is on record'),
    (5, 'agreements_judged', 'agreements', 'Agreement and protection: nobody has judged it yet'),
    (6, 'agreements_end', 'agreements', 'Agreements whose end is not recorded'),
    (7, 'cases_filed', 'litigation', 'Cases whose filing date is not recorded'),
    (8, 'cases_docket', 'litigation', 'Cases whose docket number is not recorded'),
    (9, 'acts_choice', 'practices', 'Acts where it is not known whether the single creator may choose'),
    (10, 'deals_uses', 'practices', 'Licence deals whose uses are not recorded'),
    (11, 'signers_named', 'coalition', 'Signatures claimed for the coalition''s own letter whose signers no source names')
), looked AS (
    SELECT j.jurisdiction, p.protection,
           bool_or(g.judgement_id IS NOT NULL) OR bool_or(b.bill_id IS NOT NULL) AS is_known
    FROM core.jurisdictions j CROSS JOIN core.protections p
    LEFT JOIN core.judgements g ON g.jurisdiction = j.jurisdiction AND g.protection = p.protection
    LEFT JOIN core.bills b ON b.jurisdiction = j.jurisdiction AND b.status = 'enacted'
        AND list_contains(cell_items(b.protections), p.protection)
    WHERE j.kind = 'state' GROUP BY ALL
), candidates AS (
    SELECT 'bills_introduced' AS gap_id, 'bills' AS table_name, bill_id AS row_id, NULL AS protection,
           (introduced_on IS NULL)::BIGINT AS missing, 1 AS of_all FROM bills
    UNION ALL SELECT 'laws_effective', 'bills', bill_id, NULL, effective_on IS NULL, 1 FROM bills WHERE status = 'enacted'
    UNION ALL SELECT 'bills_open_states', 'bills', bill_id, NULL, open_states_id IS NULL, 1 FROM bills
    UNION ALL SELECT 'states_looked', 'jurisdictions', jurisdiction, protection, NOT is_known, 1 FROM looked
    UNION ALL SELECT 'agreements_judged', 'agreements', agreement_id, protection, level = 'not_judged' AND judgement_id IS NULL, 1
    FROM agreement_protections
    UNION ALL SELECT 'agreements_end', 'agreements', agreement_id, NULL, expires_on IS NULL, 1 FROM agreements
    UNION ALL SELECT 'cases_filed', 'cases', case_id, NULL, filed_on IS NULL, 1 FROM cases
    UNION ALL SELECT 'cases_docket', 'cases', case_id, NULL, docket_number IS NULL, 1 FROM cases
    UNION ALL SELECT 'acts_choice', 'practices', practice_id, NULL, creators_opt_in = 'unknown', 1 FROM practices
    UNION ALL SELECT 'deals_uses', 'practices', practice_id, NULL, uses IS NULL, 1 FROM practices WHERE kind = 'license_deal'
    UNION ALL
    -- the signers that nobody names are no rows: the letter stands for them
    SELECT 'signers_named', 'letters', letter_id, NULL, greatest(max(c.signatures) - any_value(l.named), 0), max(c.signatures)
    FROM letters l JOIN core.letter_counts c USING (letter_id) WHERE letter_id = 'ccai-2025' GROUP BY letter_id
)
SELECT g.place, g.gap_id, g.domain, g.gap, c.table_name, c.row_id, c.protection, c.missing, c.of_all
FROM candidates c JOIN gaps g USING (gap_id);

CREATE TABLE known_gaps AS
SELECT domain, gap, sum(missing)::BIGINT AS missing, sum(of_all)::BIGINT AS of_all, gap_id
FROM gap_candidates GROUP BY place, gap_id, domain, gap ORDER BY place;
