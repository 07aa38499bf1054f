-- Coverage: what protects a person of a craft, under their unions, in their kind of work and state, on a day.
-- Every macro here takes the same choices, empty lists standing for no choice:
--   of_days      the days, as DATE[]
--   of_crafts    crafts; empty: all
--   of_unions    unions; empty: any US union; ['none']: no union at all
--   of_sectors   kinds of work; empty: all
--   of_states    one state; empty: state laws are then counted, never covered
--   of_what_if   instruments (`bills:…`, `agreements:…`) taken as if they bound already
--   of_weights   what a level or a pillar counts, where it is not the usual: `partial:0.25`, `jobs:2`
-- Lawsuits and letters are no instruments, and a company's word never covers.

-- The instruments in play, and what each does to each craft and protection.
CREATE MACRO coverage_reasons_over(of_days, of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights) AS TABLE
WITH days AS (SELECT unnest(of_days) AS day),
mine AS (
    -- what is switched on binds from when it was known, and goes on
    SELECT i.* EXCLUDE (is_last) REPLACE (
               CASE WHEN list_contains(of_what_if, i.parent_id) AND i.effect IN ('pending', 'proposed')
                    THEN coalesce(i.binds_as, i.effect) ELSE i.effect END AS effect,
               CASE WHEN list_contains(of_what_if, i.parent_id) AND i.effect IN ('pending', 'proposed') AND i.is_last
                    THEN NULL ELSE i.ends_before END AS ends_before),
           list_contains(of_what_if, i.parent_id) AND i.effect IN ('pending', 'proposed') AND i.binds_as IS NOT NULL AS is_what_if
    FROM instruments i
    WHERE CASE i.kind
        WHEN 'contract' THEN if(len(of_unions) = 0, i.country = 'US', list_contains(of_unions, i.union_id))
                             AND (len(of_sectors) = 0 OR list_contains(of_sectors, i.sector))
        WHEN 'company' THEN true
        ELSE i.jurisdiction = 'US' OR list_contains(of_states, i.jurisdiction) END
), each_craft AS (
    SELECT * FROM (SELECT * EXCLUDE (crafts), unnest(coalesce(crafts, (SELECT list(craft) FROM core.crafts))) AS craft FROM mine)
    WHERE len(of_crafts) = 0 OR list_contains(of_crafts, craft)
)
SELECT d.day AS as_of, m.craft, m.pillar, m.protection, m.effect, m.* EXCLUDE (craft, pillar, protection, effect)
FROM days d
JOIN each_craft m ON m.starts_on <= d.day AND (m.ends_before IS NULL OR d.day < m.ends_before);

-- Levels, best first. What nobody has judged stands before “nothing found”: one open question is enough
-- to make the answer unknown.
CREATE MACRO level_rank(effect) AS
    list_position(['strong', 'partial', 'weak', 'pending', 'voluntary', 'refused', 'unknown', 'none_found'], effect);

CREATE MACRO weight_of(of_weights, name, usual) AS
    coalesce(split_part(list_filter(of_weights, lambda w: starts_with(w, name || ':'))[1], ':', 2)::DOUBLE, usual);

-- One row for each day, craft and protection. `is_open`: nothing binds as far as is known, and something
-- in play was not judged; so the score is a range from `low` to `high`.
CREATE MACRO coverage_over(of_days, of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights) AS TABLE
WITH effects AS (
    SELECT as_of, craft, protection, effect, level_rank(effect) AS rank,
           count(*) FILTER (kind = 'contract' AND standing = 'in_force') AS contracts,
           count(*) FILTER (kind = 'contract') AS any_contracts,
           bool_or(kind = 'contract') AS by_contract, bool_or(kind = 'law') AS by_law, bool_and(is_what_if) AS by_what_if,
           min(list_position(['official', 'confirmed', 'single', 'unconfirmed'], confidence)) AS sureness,
           string_agg(DISTINCT instrument_id, '|' ORDER BY instrument_id) AS ids
    FROM coverage_reasons_over(of_days, of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights)
    WHERE level_rank(effect) IS NOT NULL
    GROUP BY ALL
), found AS (
    SELECT as_of, craft, protection, min_by(effect, rank) AS best, min_by(ids, rank) AS ids, min_by(sureness, rank) AS sureness,
           bool_or(effect = 'unknown') AS has_unknown, sum(any_contracts) > 0 AS has_contract,
           min_by(by_what_if AND effect IN ('strong', 'partial', 'weak'), rank) AS by_what_if,
           min_by(effect, rank) FILTER (by_contract AND rank <= 3) AS contract_level,
           min_by(effect, rank) FILTER (by_law AND rank <= 3) AS law_level,
           coalesce(sum(contracts) FILTER (effect = 'strong'), 0) AS contracts_strong,
           coalesce(sum(contracts) FILTER (effect = 'partial'), 0) AS contracts_partial,
           coalesce(sum(contracts) FILTER (effect = 'weak'), 0) AS contracts_weak,
           coalesce(sum(contracts) FILTER (effect = 'unknown'), 0) AS contracts_unknown,
           sum(contracts) AS contracts
    FROM effects GROUP BY ALL
), state_laws AS (
    SELECT d.day AS as_of, i.protection, i.jurisdiction, i.crafts
    FROM (SELECT unnest(of_days) AS day) d
    JOIN instruments i ON i.starts_on <= d.day AND (i.ends_before IS NULL OR d.day < i.ends_before)
    JOIN core.jurisdictions j ON j.jurisdiction = i.jurisdiction AND j.kind = 'state'
    WHERE i.kind = 'law' AND i.effect IN ('strong', 'partial') AND len(of_states) = 0
), everywhere AS (
    SELECT as_of, protection, list(DISTINCT jurisdiction) AS states FROM state_laws WHERE crafts IS NULL GROUP BY ALL
), for_some AS (
    SELECT as_of, unnest(crafts) AS craft, protection, jurisdiction FROM state_laws WHERE crafts IS NOT NULL
), for_craft AS (
    SELECT as_of, craft, protection, list(DISTINCT jurisdiction) AS states FROM for_some GROUP BY ALL
), cells AS (
    SELECT d.day AS as_of, c.craft, p.pillar, p.protection
    FROM (SELECT unnest(of_days) AS day) d CROSS JOIN core.crafts c CROSS JOIN core.protections p
    WHERE len(of_crafts) = 0 OR list_contains(of_crafts, c.craft)
), answers AS (
    SELECT c.*, f.* EXCLUDE (as_of, craft, protection),
           CASE WHEN f.best IS NULL THEN 'unknown'
                WHEN f.best = 'none_found' AND NOT (f.has_contract OR of_unions = ['none']) THEN 'unknown'
                ELSE f.best END AS level,
           coalesce(f.has_unknown OR NOT (f.has_contract OR of_unions = ['none']), true) AS is_unsure,
           if(len(of_states) = 0, len(list_distinct(list_concat(coalesce(e.states, []), coalesce(s.states, [])))), NULL) AS states
    FROM cells c
    LEFT JOIN found f ON f.as_of = c.as_of AND f.craft = c.craft AND f.protection = c.protection
    LEFT JOIN everywhere e ON e.as_of = c.as_of AND e.protection = c.protection
    LEFT JOIN for_craft s ON s.as_of = c.as_of AND s.craft = c.craft AND s.protection = c.protection
)
SELECT as_of, craft, pillar, protection, level,
       is_unsure AND level NOT IN ('strong', 'partial', 'weak') AS is_open,
       weight_of(of_weights, level, CASE level WHEN 'strong' THEN 1.0 WHEN 'partial' THEN 0.5 ELSE 0.0 END) AS low,
       if(is_unsure AND level NOT IN ('strong', 'partial', 'weak'), weight_of(of_weights, 'strong', 1.0), low) AS high,
       weight_of(of_weights, pillar, 1.0) AS weight,
       contract_level, law_level, coalesce(contracts, 0)::INT AS contracts, coalesce(contracts_strong, 0)::INT AS contracts_strong,
       coalesce(contracts_partial, 0)::INT AS contracts_partial, coalesce(contracts_weak, 0)::INT AS contracts_weak,
       coalesce(contracts_unknown, 0)::INT AS contracts_unknown, states, coalesce(by_what_if, false) AS by_what_if,
       ['official', 'confirmed', 'single', 'unconfirmed'][sureness] AS confidence,
       if(level = best, ids, NULL) AS decided_by
FROM answers;

-- How much of each craft is covered, as a range; without a craft it is the mean of all, without a pillar the whole.
CREATE MACRO gap_scores_over(of_days, of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights) AS TABLE
SELECT as_of, craft, pillar, count(*) AS cells,
       count(*) FILTER (level = 'strong') AS strong, count(*) FILTER (level = 'partial') AS partial,
       count(*) FILTER (level = 'weak') AS weak, count(*) FILTER (level = 'pending') AS pending,
       count(*) FILTER (level = 'none_found' OR level IN ('pending', 'voluntary', 'refused') AND NOT is_open) AS nothing,
       count(*) FILTER (is_open) AS open,
       round(sum(low * weight) / nullif(sum(weight), 0), 4) AS low, round(sum(high * weight) / nullif(sum(weight), 0), 4) AS high
FROM coverage_over(of_days, of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights)
GROUP BY GROUPING SETS ((as_of, craft), (as_of, craft, pillar), (as_of, pillar), (as_of));

-- The same for each month from 2018 to the last date that anybody knows, whatever the day.
CREATE MACRO coverage_curve_over(of_days, of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights) AS TABLE
SELECT as_of, cells, strong, partial, weak, pending, nothing, open, low, high
FROM gap_scores_over((SELECT days FROM curve_days), of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights)
WHERE craft IS NULL AND pillar IS NULL;

-- What the law of each state gives there by itself, whatever the union.
CREATE MACRO state_coverage_over(of_days, of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights) AS TABLE
WITH known AS (
    SELECT d.day AS as_of, i.jurisdiction, i.protection, i.instrument_id, i.source_url,
           CASE WHEN list_contains(of_what_if, i.parent_id) AND i.effect IN ('pending', 'proposed')
                THEN coalesce(i.binds_as, i.effect) ELSE i.effect END AS effect
    FROM (SELECT unnest(of_days) AS day) d
    JOIN instruments i ON i.starts_on <= d.day AND (i.ends_before IS NULL OR d.day < i.ends_before)
    WHERE i.kind IN ('law', 'search') AND (i.crafts IS NULL OR list_has_any(i.crafts, of_crafts))
), best AS (
    SELECT as_of, jurisdiction, protection, min_by(effect, level_rank(effect)) AS level,
           min_by(instrument_id, (level_rank(effect), instrument_id)) AS instrument_id,
           min_by(source_url, (level_rank(effect), instrument_id)) AS source_url,
           string_agg(DISTINCT instrument_id, '|' ORDER BY instrument_id) FILTER (effect IN ('strong', 'partial')) AS decided_by
    FROM known WHERE level_rank(effect) IS NOT NULL GROUP BY ALL
)
SELECT b.as_of, b.jurisdiction, j.name AS jurisdiction_name, p.pillar, b.protection, b.level, b.decided_by, b.instrument_id, b.source_url
FROM best b JOIN core.jurisdictions j USING (jurisdiction) JOIN core.protections p USING (protection)
WHERE j.kind = 'state' AND (len(of_states) = 0 OR list_contains(of_states, b.jurisdiction));

-- Which instruments began or ceased to bind, and when: what moves the curve.
CREATE MACRO coverage_moves_over(of_days, of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights) AS TABLE
WITH mine AS (
    SELECT i.* FROM instruments i
    WHERE i.effect IN ('strong', 'partial') AND (i.crafts IS NULL OR len(of_crafts) = 0 OR list_has_any(i.crafts, of_crafts))
        AND CASE i.kind
            WHEN 'contract' THEN if(len(of_unions) = 0, i.country = 'US', list_contains(of_unions, i.union_id))
                                 AND (len(of_sectors) = 0 OR list_contains(of_sectors, i.sector))
            ELSE i.jurisdiction = 'US' OR list_contains(of_states, i.jurisdiction) END
), moves AS (
    SELECT parent_id, kind, title, source_url, protection, min(starts_on) AS date, 'begins' AS move FROM mine GROUP BY ALL
    UNION ALL
    SELECT parent_id, kind, title, source_url, protection, max(ends_before), 'ends' FROM mine GROUP BY ALL HAVING bool_and(ends_before IS NOT NULL)
)
SELECT date AS day, move, kind, parent_id, title, any_value(source_url) AS source_url, count(DISTINCT protection) AS moved,
       string_agg(DISTINCT protection, '|' ORDER BY protection) AS protections
FROM moves WHERE date >= DATE '2018-01-01'
GROUP BY ALL;
