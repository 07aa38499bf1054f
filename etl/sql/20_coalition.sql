-- Signatures with the person behind them; letters with named and claimed signatures side by side.
CREATE TABLE signatures AS
SELECT g.*, l.title AS letter, p.name, p.kind AS signatory_kind, p.primary_craft, p.crafts, p.known_for, p.country,
       s.* EXCLUDE (table_name, row_id)
FROM core.signatures g
JOIN core.letters l USING (letter_id)
JOIN core.signatories p USING (signatory_id)
LEFT JOIN row_sources s ON s.table_name = 'signatures' AND s.row_id = g.signature_id;

CREATE TABLE letters AS
WITH named AS (SELECT letter_id, count(*) AS named FROM core.signatures GROUP BY 1),
     claimed AS (SELECT letter_id, max(signatures) AS claimed FROM core.letter_counts GROUP BY 1)
SELECT l.*, coalesce(n.named, 0) AS named, c.claimed, l.demands AS protections, s.* EXCLUDE (table_name, row_id)
FROM core.letters l
LEFT JOIN named n USING (letter_id)
LEFT JOIN claimed c USING (letter_id)
LEFT JOIN row_sources s ON s.table_name = 'letters' AND s.row_id = l.letter_id;

CREATE TABLE letter_counts AS
SELECT c.*, l.title AS letter, s.* EXCLUDE (table_name, row_id)
FROM core.letter_counts c
JOIN core.letters l USING (letter_id)
LEFT JOIN row_sources s ON s.table_name = 'letter_counts' AND s.row_id = c.count_id;
