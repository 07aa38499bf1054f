-- How far the data reaches, domain by domain. Silence after that day is not "no change".
CREATE TABLE domain_facts AS
SELECT c.domain, count(*) AS facts,
       count(*) FILTER (s.confidence = 'official') AS official,
       count(*) FILTER (s.confidence = 'confirmed') AS confirmed,
       count(*) FILTER (s.confidence = 'single') AS single,
       count(*) FILTER (s.confidence = 'unconfirmed') AS unconfirmed
FROM row_sources s JOIN domains c USING (table_name)
GROUP BY ALL;

CREATE MACRO freshness_at(day) AS TABLE
WITH reach AS (
    SELECT domain, max(date_first) AS reaches_to FROM events
    WHERE date_first <= day AND NOT is_scheduled GROUP BY domain
)
SELECT f.domain, r.reaches_to, f.* EXCLUDE (domain)
FROM domain_facts f LEFT JOIN reach r USING (domain);
