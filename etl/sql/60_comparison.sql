-- Contract against contract, contract beside the law, and the best clause on each protection.
-- Each macro takes the day, and lists of choices; an empty list stands for no choice.

-- What a level becomes. Levels that bind are ranked; all others but “not judged” are judged to lack it.
-- Not judged on either side is unknown: never a gain, never a loss.
CREATE MACRO strength_rank(level) AS list_position(['weak', 'partial', 'strong'], level);
CREATE MACRO change_between(before, after) AS CASE
    WHEN coalesce(before, 'unknown') IN ('not_judged', 'unknown') OR coalesce(after, 'unknown') IN ('not_judged', 'unknown') THEN 'unknown'
    WHEN coalesce(strength_rank(before), 0) = coalesce(strength_rank(after), 0) THEN 'same'
    WHEN strength_rank(before) IS NULL THEN 'gained'
    WHEN strength_rank(after) IS NULL THEN 'lost'
    WHEN strength_rank(after) > strength_rank(before) THEN 'stronger'
    ELSE 'weaker' END;

-- The second agreement against the first; without a choice, each against the one that it replaced.
CREATE MACRO agreement_comparison_at(day, of_first, of_second) AS TABLE
SELECT f.agreement_id AS first_id, s.agreement_id AS second_id,
       f.union_name || ': ' || f.title AS first_contract, s.union_name || ': ' || s.title AS second_contract,
       f.status AS first_status, s.status AS second_status, f.pillar, f.protection,
       change_between(f.level, s.level) AS change, f.level AS first_level, s.level AS second_level,
       f.summary AS first_summary, s.summary AS second_summary,
       f.confidence AS first_confidence, s.confidence AS second_confidence,
       f.source_url AS first_source_url, s.source_url AS second_source_url,
       f.also_refused AS first_also_refused, s.also_refused AS second_also_refused,
       coalesce(f.provision_ids, f.demand_ids, f.judgement_id) AS first_rows,
       coalesce(s.provision_ids, s.demand_ids, s.judgement_id) AS second_rows
FROM agreement_protections_at(day) f
JOIN agreement_protections_at(day) s USING (protection)
JOIN core.agreements a ON a.agreement_id = s.agreement_id
WHERE coalesce(f.agreement_id = of_first[1], f.agreement_id = a.supersedes)
    AND coalesce(s.agreement_id = of_second[1], f.agreement_id = a.supersedes);

-- What the law of a state and of the nation gives by itself, against what the contract gives.
-- A law that holds for one craft of the contract counts, so that the contract is never said to add too much.
-- Contracts of other countries do not stand under US law.
CREATE MACRO contract_beside_law_at(day, of_second, of_beside) AS TABLE
WITH laws AS (
    SELECT protection, craft, effect, title, summary, remark, confidence, source_url, instrument_id,
           list_position(['strong', 'partial', 'unknown', 'pending', 'none_found'], effect) AS rank,
           jurisdiction = 'US' AS is_federal
    FROM coverage_reasons_over([day], [], ['none'], [], of_beside, [], [])
    WHERE kind IN ('law', 'search')
), contracts AS (
    SELECT c.* FROM agreement_protections_at(day) c JOIN core.unions u USING (union_id)
    WHERE u.country = 'US' AND coalesce(c.agreement_id = of_second[1], true)
), ranked AS (
    SELECT c.agreement_id, l.* EXCLUDE (craft),
           row_number() OVER (PARTITION BY c.agreement_id, c.protection ORDER BY l.rank, l.is_federal, l.instrument_id) AS place
    FROM contracts c
    JOIN laws l ON l.protection = c.protection AND l.rank IS NOT NULL
        AND (c.crafts IS NULL OR list_contains(cell_items(c.crafts), l.craft))
)
SELECT c.agreement_id, c.union_name || ': ' || c.title AS contract, c.status AS contract_status,
       coalesce(of_beside[1], 'US') AS beside, c.pillar, c.protection,
       change_between(coalesce(l.effect, 'unknown'), c.level) AS change,
       coalesce(l.effect, 'unknown') AS law_level, c.level AS contract_level,
       l.title AS law_title, l.summary AS law_summary, l.remark AS law_remark, c.summary AS contract_summary,
       l.confidence AS law_confidence, c.confidence AS contract_confidence,
       l.source_url AS law_source_url, c.source_url AS contract_source_url,
       l.instrument_id AS law_row, coalesce(c.provision_ids, c.demand_ids, c.judgement_id) AS contract_rows
FROM contracts c
LEFT JOIN ranked l ON l.agreement_id = c.agreement_id AND l.protection = c.protection AND l.place = 1;

-- The model clause of each protection: the strongest in a contract in force; of equals the surest, then the newest.
-- A protection without any keeps its row, empty.
CREATE MACRO model_clauses_at(day, of_crafts, of_unions, of_sectors, of_confidence) AS TABLE
WITH clauses AS (
    SELECT p.*, a.binds_first, a.effective_on,
           dense_rank() OVER (PARTITION BY protection ORDER BY strength_rank(strength) DESC) AS place,
           row_number() OVER (PARTITION BY protection ORDER BY strength_rank(strength) DESC,
               list_position(['official', 'confirmed', 'single', 'unconfirmed'], p.confidence) NULLS LAST,
               a.binds_first DESC NULLS LAST, provision_id) AS number
    FROM provisions p JOIN agreements_at(day) a USING (agreement_id)
    WHERE a.status = 'in_force' AND strength_rank(strength) IS NOT NULL
        AND (len(of_crafts) = 0 OR list_has_any(cell_items(p.crafts), of_crafts))
        AND (len(of_unions) = 0 OR list_contains(of_unions, p.union_id))
        AND (len(of_sectors) = 0 OR list_contains(of_sectors, p.sector))
        AND (len(of_confidence) = 0 OR list_contains(of_confidence, p.confidence))
), equals AS (
    SELECT protection, count(DISTINCT agreement_id) AS contracts FROM clauses WHERE place = 1 GROUP BY 1
)
SELECT p.pillar, p.protection, c.strength, c.union_name, c.agreement, c.clause_ref, c.summary, c.confidence, c.source_url,
       c.effective_on, coalesce(e.contracts, 0)::INT AS equally_strong, c.agreement_id, c.provision_id
FROM core.protections p
LEFT JOIN clauses c ON c.protection = p.protection AND c.number = 1
LEFT JOIN equals e ON e.protection = p.protection;
