-- How sure is each row? Computed from who says so, never written by hand.
-- Primary: a statute, court, agency or bill text; for agreements also the union that signed them.
CREATE TABLE evidence AS
SELECT e.*, p.name AS publisher, p.kind AS publisher_kind,
       p.kind IN ('official', 'court')
       OR (p.kind = 'union' AND e.table_name IN ('unions', 'agreements', 'provisions', 'demands', 'bargaining_events'))
           AS is_primary,
       p.kind NOT IN ('community', 'aggregator', 'unclassified') AS can_confirm
FROM core.evidence e JOIN core.publishers p USING (publisher_id);

-- Parts of a record (the parties of a case) have the sources of that record.
CREATE TABLE row_sources AS
WITH own AS (
    SELECT e.table_name, e.row_id,
           CASE
               WHEN bool_or(c.row_id IS NOT NULL) THEN 'unconfirmed'
               WHEN bool_or(e.is_primary) THEN 'official'
               WHEN count(DISTINCT e.publisher_id) FILTER (e.can_confirm) >= 2 THEN 'confirmed'
               WHEN bool_or(e.can_confirm) THEN 'single'
               ELSE 'unconfirmed'
           END AS confidence,
           any_value(c.reason) AS caution,
           count(DISTINCT e.publisher_id) AS publishers,
           first(e.url ORDER BY e.is_primary DESC, e.can_confirm DESC, e.evidence_id) AS source_url,
           string_agg(e.url, '|' ORDER BY e.is_primary DESC, e.can_confirm DESC, e.evidence_id) AS source_urls
    FROM evidence e
    LEFT JOIN core.cautions c ON c.table_name = e.table_name AND c.row_id = e.row_id
    GROUP BY ALL
)
SELECT f.table_name, f.row_id,
       if(c.row_id IS NULL, o.confidence, 'unconfirmed') AS confidence,
       coalesce(c.reason, o.caution) AS caution,
       o.* EXCLUDE (table_name, row_id, confidence, caution)
FROM facts f
JOIN own o ON o.table_name = f.source_table AND o.row_id = f.source_row
LEFT JOIN core.cautions c ON c.table_name = f.table_name AND c.row_id = f.row_id;

-- Publishers, and how often the Atlas relies on each.
CREATE TABLE publishers AS
SELECT p.*, count(e.evidence_id) AS citations
FROM core.publishers p LEFT JOIN core.evidence e USING (publisher_id)
GROUP BY ALL;
