-- A case with its parties by name, and the last ruling on it.
CREATE TABLE case_parties AS
SELECT p.*, c.short_name, c.country, s.* EXCLUDE (table_name, row_id)
FROM core.case_parties p
JOIN core.cases c USING (case_id)
LEFT JOIN row_sources s ON s.table_name = 'case_parties' AND s.row_id = p.case_party_id;

CREATE TABLE cases AS
WITH parties AS (
    SELECT case_id,
           string_agg(name, '|' ORDER BY case_party_id) FILTER (side = 'plaintiff') AS plaintiffs,
           string_agg(name, '|' ORDER BY case_party_id) FILTER (side = 'defendant') AS defendants,
           string_agg(DISTINCT company_id, '|') AS company_ids
    FROM core.case_parties GROUP BY case_id
), last_ruling AS (
    SELECT case_id, arg_max(ruling_id, date_first) AS ruling_id FROM core.rulings GROUP BY case_id
)
SELECT c.*, k.name AS court, p.* EXCLUDE (case_id), r.doctrine AS last_ruling, r.date_first AS last_ruling_first,
       c.status IN ('pending', 'stayed') AS is_active,
       c.country = 'US' AND coalesce(list_has_any(cell_items(c.claims), ['direct_infringement', 'secondary_infringement', 'dmca_1201', 'dmca_1202']), false) AS is_us_copyright,
       s.* EXCLUDE (table_name, row_id)
FROM core.cases c
LEFT JOIN core.courts k USING (court_id)
LEFT JOIN parties p USING (case_id)
LEFT JOIN last_ruling l USING (case_id)
LEFT JOIN core.rulings r ON r.ruling_id = l.ruling_id
LEFT JOIN row_sources s ON s.table_name = 'cases' AND s.row_id = c.case_id;

-- Stage, status and outcome are as last recorded; only the last ruling can be taken back to a day.
-- A case without a filing date is known since its newest source.
CREATE MACRO cases_at(day) AS TABLE
SELECT * EXCLUDE (last_ruling_first) REPLACE (if(last_ruling_first <= day, last_ruling, NULL) AS last_ruling)
FROM cases WHERE coalesce(filed_on_first, as_of_first) IS NULL OR coalesce(filed_on_first, as_of_first) <= day;

CREATE TABLE rulings AS
SELECT r.*, c.short_name, c.status, c.country, c.court_id, c.plaintiff_class, c.protections, p.company_ids, s.* EXCLUDE (table_name, row_id)
FROM core.rulings r
JOIN core.cases c USING (case_id)
JOIN cases p USING (case_id)
LEFT JOIN row_sources s ON s.table_name = 'rulings' AND s.row_id = r.ruling_id;

CREATE TABLE case_events AS
SELECT e.*, c.short_name, c.country, c.court_id, c.plaintiff_class, c.protections, p.company_ids, s.* EXCLUDE (table_name, row_id)
FROM core.case_events e
JOIN core.cases c USING (case_id)
JOIN cases p USING (case_id)
LEFT JOIN row_sources s ON s.table_name = 'case_events' AND s.row_id = e.event_id;
