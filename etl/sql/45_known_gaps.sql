-- What the Atlas knows that it does not know, counted.
CREATE TABLE known_gaps AS
SELECT 'legislation' AS domain, 'Bills whose day of introduction is not recorded' AS gap,
       count(*) FILTER (introduced_on IS NULL) AS missing, count(*) AS of_all FROM bills
UNION ALL
SELECT 'legislation', 'Enacted laws whose effective date is not recorded; they are never shown as in force',
       count(*) FILTER (effective_on IS NULL), count(*) FROM bills WHERE status = 'enacted'
UNION ALL
SELECT 'legislation', 'Bills without their Open States id', count(*) FILTER (open_states_id IS NULL), count(*) FROM bills
UNION ALL
SELECT 'legislation', 'State and protection: nobody has looked yet, and no law is on record',
       count(*) FILTER (NOT is_known), count(*)
FROM (
    SELECT j.jurisdiction, p.protection,
           bool_or(g.judgement_id IS NOT NULL) OR bool_or(b.bill_id IS NOT NULL) AS is_known
    FROM core.jurisdictions j CROSS JOIN core.protections p
    LEFT JOIN core.judgements g ON g.jurisdiction = j.jurisdiction AND g.protection = p.protection
    LEFT JOIN core.bills b ON b.jurisdiction = j.jurisdiction AND b.status = 'enacted'
        AND list_contains(cell_items(b.protections), p.protection)
    WHERE j.kind = 'state' GROUP BY ALL
)
UNION ALL
SELECT 'agreements', 'Agreement and protection: nobody has judged it yet',
       count(*) FILTER (level = 'not_judged' AND judgement_id IS NULL), count(*) FROM agreement_protections
UNION ALL
SELECT 'agreements', 'Agreements whose end is not recorded', count(*) FILTER (expires_on IS NULL), count(*) FROM agreements
UNION ALL
SELECT 'litigation', 'Cases whose filing date is not recorded', count(*) FILTER (filed_on IS NULL), count(*) FROM cases
UNION ALL
SELECT 'litigation', 'Cases whose docket number is not recorded', count(*) FILTER (docket_number IS NULL), count(*) FROM cases
UNION ALL
SELECT 'practices', 'Acts where it is not known whether the single creator may choose',
       count(*) FILTER (creators_opt_in = 'unknown'), count(*) FROM practices
UNION ALL
SELECT 'practices', 'Licence deals whose uses are not recorded',
       count(*) FILTER (uses IS NULL), count(*) FROM practices WHERE kind = 'license_deal'
UNION ALL
SELECT 'coalition', 'Signatures claimed for the coalition''s own letter whose signers no source names',
       greatest(max(c.signatures) - any_value(l.named), 0), max(c.signatures)
FROM letters l JOIN core.letter_counts c USING (letter_id) WHERE letter_id = 'ccai-2025' HAVING count(*) > 0;
