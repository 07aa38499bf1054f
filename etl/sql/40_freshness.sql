-- How far the data reaches, domain by domain. Silence after that day is not "no change".
CREATE MACRO freshness_at(day) AS TABLE
WITH facts AS (
    SELECT c.domain, s.table_name, s.confidence
    FROM row_sources s JOIN domains c USING (table_name)
), reach AS (
    SELECT domain, max(date_first) AS reaches_to, count(*) AS events
    FROM events WHERE date_first <= day GROUP BY domain
)
SELECT f.domain, r.reaches_to, count(*) AS facts,
       count(*) FILTER (f.confidence = 'official') AS official,
       count(*) FILTER (f.confidence = 'confirmed') AS confirmed,
       count(*) FILTER (f.confidence = 'single') AS single,
       count(*) FILTER (f.confidence = 'unconfirmed') AS unconfirmed
FROM facts f LEFT JOIN reach r USING (domain)
GROUP BY ALL ORDER BY f.domain;
