-- How far the data reaches, domain by domain. Silence after that day is not "no change".
CREATE MACRO freshness_at(day) AS TABLE
WITH reach AS (
    SELECT domain, max(date_first) AS reaches_to FROM events
    WHERE date_first <= day AND NOT is_scheduled GROUP BY domain
)
SELECT f.domain, r.reaches_to, f.facts, f.official, f.confirmed, f.single, f.unconfirmed
FROM domain_quality f LEFT JOIN reach r USING (domain);
