-- From signers to protections: what the craft of each person named under a letter has, by the best
-- contract or law in play, whatever the person's own union. One row for each person and protection,
-- however many letters they signed, so that the rows of any choice of letters count each person once.
-- Whoever only took part is no signer; a signature counts from the day it was reported.
CREATE MACRO signer_coverage_over(of_days, of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights) AS TABLE
WITH signers AS (
    SELECT d.day AS as_of, g.signatory_id, any_value(g.name) AS name, any_value(g.primary_craft) AS craft,
           string_agg(DISTINCT g.letter_id, '|' ORDER BY g.letter_id) AS letter_ids
    FROM (SELECT unnest(of_days) AS day) d
    JOIN signatures g ON g.reported_on_first IS NULL OR g.reported_on_first <= d.day
    JOIN letters l ON l.letter_id = g.letter_id AND (l.launched_on_first IS NULL OR l.launched_on_first <= d.day)
    WHERE g.signatory_kind = 'person' AND g.role <> 'participant' GROUP BY ALL
)
SELECT s.signatory_id, s.name, s.craft, c.pillar, c.protection, c.level, c.is_open,
       CASE WHEN c.level IN ('strong', 'partial') THEN 'binds' WHEN c.is_open THEN 'not_judged' ELSE 'nothing' END AS answer,
       c.confidence AS level_confidence, c.decided_by, s.letter_ids, s.as_of
FROM signers s
JOIN coverage_over(of_days, of_crafts, of_unions, of_sectors, of_states, of_what_if, of_weights) c
    ON c.as_of = s.as_of AND c.craft = s.craft;
