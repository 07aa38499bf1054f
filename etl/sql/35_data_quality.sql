-- How well the data stands: fact by fact, table by table and domain by domain; how sure, how new, and
-- what somebody read again.
CREATE TABLE fact_standing AS
WITH read AS (
    SELECT table_name, row_id, max(edtf_first(published_on)) AS published, max(edtf_last(checked_on)) AS checked
    FROM evidence GROUP BY ALL
)
SELECT d.domain, f.table_name, d.title, f.row_id, s.confidence, r.checked AS read_on,
       greatest(r.published, f.newest_source) AS newest_source, s.source_url
FROM facts f
JOIN domains d USING (table_name)
JOIN row_sources s USING (table_name, row_id)
LEFT JOIN read r ON r.table_name = f.source_table AND r.row_id = f.source_row;

CREATE TABLE data_quality AS
SELECT domain, table_name, title,
       count(*) AS facts,
       count(*) FILTER (confidence = 'official') AS official,
       count(*) FILTER (confidence = 'confirmed') AS confirmed,
       count(*) FILTER (confidence = 'single') AS single,
       count(*) FILTER (confidence = 'unconfirmed') AS unconfirmed,
       count(read_on) AS read_again,
       max(newest_source) AS newest_source,
       min(read_on) AS oldest_check
FROM fact_standing
GROUP BY ALL
ORDER BY domain, table_name;

CREATE TABLE domain_quality AS
SELECT domain, sum(facts)::BIGINT AS facts, sum(official)::BIGINT AS official, sum(confirmed)::BIGINT AS confirmed,
       sum(single)::BIGINT AS single, sum(unconfirmed)::BIGINT AS unconfirmed, sum(read_again)::BIGINT AS read_again,
       max(newest_source) AS newest_source, min(oldest_check) AS oldest_check
FROM data_quality GROUP BY domain ORDER BY domain;
