-- Practices with everyone who takes part; deals with seller and buyer; and how far each came.
CREATE TABLE practice_events AS
SELECT e.*, p.title, p.company_id, p.protections, s.* EXCLUDE (table_name, row_id)
FROM core.practice_events e
JOIN core.practices p USING (practice_id)
LEFT JOIN row_sources s ON s.table_name = 'practice_events' AND s.row_id = e.event_id;

CREATE TABLE practices AS
WITH parties AS (
    SELECT practice_id,
           string_agg(name, '|' ORDER BY practice_party_id) FILTER (role = 'seller') AS sellers,
           string_agg(name, '|' ORDER BY practice_party_id) FILTER (role = 'buyer') AS buyers,
           string_agg(name, '|' ORDER BY practice_party_id) FILTER (role = 'counterparty') AS counterparties,
           string_agg(DISTINCT company_id, '|') AS company_ids
    FROM core.practice_parties GROUP BY practice_id
)
SELECT p.*, c.name AS company, c.kind AS company_kind, q.* EXCLUDE (practice_id), s.* EXCLUDE (table_name, row_id)
FROM core.practices p
JOIN core.companies c USING (company_id)
LEFT JOIN parties q USING (practice_id)
LEFT JOIN row_sources s ON s.table_name = 'practices' AND s.row_id = p.practice_id;

-- How far it came by a given day: the last recorded step. Announced is not closed.
CREATE MACRO practices_at(day) AS TABLE
WITH step AS (
    SELECT practice_id, arg_max(kind, (date_first, event_id)) AS kind FROM practice_events WHERE date_first <= day GROUP BY 1
)
SELECT p.*, CASE WHEN ended_on_first <= day THEN 'ended' ELSE coalesce(t.kind, 'announced') END AS standing
FROM practices p LEFT JOIN step t USING (practice_id)
WHERE coalesce(announced_on_first, as_of_first) IS NULL OR coalesce(announced_on_first, as_of_first) <= day;

CREATE TABLE incidents AS
WITH named AS (
    SELECT i.incident_id, string_agg(c.name, '|' ORDER BY c.name) AS companies
    FROM (SELECT incident_id, unnest(cell_items(company_ids)) AS company_id FROM core.incidents) i
    JOIN core.companies c USING (company_id) GROUP BY 1
)
SELECT i.*, n.companies, s.* EXCLUDE (table_name, row_id)
FROM core.incidents i
LEFT JOIN named n USING (incident_id)
LEFT JOIN row_sources s ON s.table_name = 'incidents' AND s.row_id = i.incident_id;

CREATE TABLE transparency_scores AS
SELECT t.*, c.name AS company, s.* EXCLUDE (table_name, row_id)
FROM core.transparency_scores t
JOIN core.companies c USING (company_id)
LEFT JOIN row_sources s ON s.table_name = 'transparency_scores' AND s.row_id = t.score_id;

CREATE TABLE transparency_indicators AS
SELECT t.*, c.name AS company, s.* EXCLUDE (table_name, row_id)
FROM core.transparency_indicators t
JOIN core.companies c USING (company_id)
LEFT JOIN row_sources s ON s.table_name = 'transparency_indicators' AND s.row_id = t.indicator_id;
