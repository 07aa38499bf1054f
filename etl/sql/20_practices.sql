-- Practices with everyone who takes part; deals with seller and buyer.
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
