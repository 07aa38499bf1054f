-- Signatures with the person behind them; letters with named and claimed signatures side by side.
CREATE TABLE signatures AS
SELECT g.*, l.title AS letter, p.name, p.kind AS signatory_kind, p.primary_craft, p.crafts, p.known_for, p.country,
       s.* EXCLUDE (table_name, row_id)
FROM core.signatures g
JOIN core.letters l USING (letter_id)
JOIN core.signatories p USING (signatory_id)
LEFT JOIN row_sources s ON s.table_name = 'signatures' AND s.row_id = g.signature_id;

CREATE TABLE letters AS
WITH named AS (SELECT letter_id, count(*) FILTER (role <> 'participant') AS named FROM core.signatures GROUP BY 1)
SELECT l.*, coalesce(n.named, 0) AS named, l.demands AS protections, s.* EXCLUDE (table_name, row_id)
FROM core.letters l
LEFT JOIN named n USING (letter_id)
LEFT JOIN row_sources s ON s.table_name = 'letters' AND s.row_id = l.letter_id;

-- The largest count that was claimed by the day.
CREATE MACRO letters_at(day) AS TABLE
WITH claims AS (
    SELECT letter_id, max(signatures) AS claimed FROM core.letter_counts
    WHERE date_first IS NULL OR date_first <= day GROUP BY 1
)
SELECT l.*, c.claimed FROM letters l LEFT JOIN claims c USING (letter_id)
WHERE l.launched_on_first IS NULL OR l.launched_on_first <= day;

CREATE TABLE letter_counts AS
SELECT c.*, l.title AS letter, s.* EXCLUDE (table_name, row_id)
FROM core.letter_counts c
JOIN core.letters l USING (letter_id)
LEFT JOIN row_sources s ON s.table_name = 'letter_counts' AND s.row_id = c.count_id;
