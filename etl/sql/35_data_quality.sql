-- How well the data stands, table by table and domain by domain: how sure, how new, and what
-- somebody read again.
CREATE TABLE data_quality AS
WITH read AS (
    SELECT table_name, row_id, max(edtf_first(published_on)) AS published, max(edtf_last(checked_on)) AS checked
    FROM evidence GROUP BY ALL
)
SELECT d.domain, f.table_name, d.title,
       count(*) AS facts,
       count(*) FILTER (s.confidence = 'official') AS official,
       count(*) FILTER (s.confidence = 'confirmed') AS confirmed,
       count(*) FILTER (s.confidence = 'single') AS single,
       count(*) FILTER (s.confidence = 'unconfirmed') AS unconfirmed,
       count(r.checked) AS read_again,
       max(greatest(r.published, f.newest_source)) AS newest_source,
       min(r.checked) AS oldest_check
FROM facts f
JOIN domains d USING (table_name)
JOIN row_sources s USING (table_name, row_id)
LEFT JOIN read r ON r.table_name = f.source_table AND r.row_id = f.source_row
GROUP BY ALL
ORDER BY d.domain, f.table_name;

CREATE TABLE domain_quality AS
SELECT domain, sum(facts)::BIGINT AS facts, sum(official)::BIGINT AS official, sum(confirmed)::BIGINT AS confirmed,
       sum(single)::BIGINT AS single, sum(unconfirmed)::BIGINT AS unconfirmed, sum(read_again)::BIGINT AS read_again,
       max(newest_source) AS newest_source, min(oldest_check) AS oldest_check
FROM data_quality GROUP BY domain ORDER BY domain;
