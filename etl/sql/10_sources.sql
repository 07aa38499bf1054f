-- How sure is each row? Computed from who says so, never written by hand.
-- Primary: a statute, court, agency or bill text; for agreements also the union that signed them.
-- An official page makes a row official once somebody has read it against the row; until then it
-- counts like any other page. The front page of a docket names a case; unless somebody read it there,
-- it does not say what a court ruled or what happened.
CREATE TABLE evidence AS
WITH known AS (
    SELECT e.*, p.name AS publisher, p.kind AS publisher_kind,
           coalesce(p.counts_as, e.publisher_id) AS voice,
           e.table_name IN ('rulings', 'case_events') AND e.checked_on IS NULL
               AND regexp_matches(e.url, '(courtlistener|justia)\.com/dockets?/') AS is_front_page
    FROM core.evidence e JOIN core.publishers p USING (publisher_id)
)
SELECT * EXCLUDE (is_front_page),
       checked_on IS NOT NULL AND (
           publisher_kind IN ('official', 'court')
           OR publisher_kind = 'union' AND table_name IN ('unions', 'agreements', 'provisions', 'demands', 'bargaining_events', 'judgements')
       ) AS is_primary,
       NOT is_front_page AND publisher_kind NOT IN ('community', 'aggregator', 'unclassified') AS can_confirm
FROM known;

-- Claims of consequence: one publisher is not enough for what a court decided, what was paid, how
-- a vote went, or whether a bill became law; and somebody must have read one of the sources.
CREATE TABLE consequential AS
SELECT 'rulings' AS table_name, ruling_id AS row_id FROM core.rulings
UNION ALL SELECT 'case_events', event_id FROM core.case_events WHERE kind IN ('settlement_announced', 'settlement_approved')
UNION ALL SELECT 'cases', case_id FROM core.cases WHERE status IN ('settled', 'decided') OR settlement_usd IS NOT NULL
UNION ALL SELECT 'bills', bill_id FROM core.bills WHERE status IN ('enacted', 'vetoed')
UNION ALL SELECT 'bill_dates', bill_date_id FROM core.bill_dates WHERE kind IN ('signed', 'enjoined', 'repealed')
UNION ALL SELECT 'bill_events', event_id FROM core.bill_events WHERE kind = 'vetoed'
UNION ALL SELECT 'agreements', agreement_id FROM core.agreements WHERE ratification_yes_pct IS NOT NULL
UNION ALL SELECT 'bargaining_events', event_id FROM core.bargaining_events WHERE kind = 'ratified'
UNION ALL SELECT 'practices', practice_id FROM core.practices WHERE amount_usd IS NOT NULL;

-- Parts of a record (the parties of a case) have the sources of that record.
CREATE TABLE row_sources AS
WITH own AS (
    SELECT table_name, row_id,
           CASE
               WHEN bool_or(is_primary) THEN 'official'
               WHEN count(DISTINCT voice) FILTER (can_confirm) >= 2 THEN 'confirmed'
               WHEN bool_or(can_confirm) THEN 'single'
               ELSE 'unconfirmed'
           END AS confidence,
           count(DISTINCT voice) AS publishers,
           first(url ORDER BY is_primary DESC, can_confirm DESC, evidence_id) AS source_url,
           string_agg(url, '|' ORDER BY is_primary DESC, can_confirm DESC, evidence_id) AS source_urls,
           max(checked_on) AS checked_on
    FROM evidence
    GROUP BY ALL
)
SELECT f.table_name, f.row_id,
       CASE
           WHEN c.row_id IS NOT NULL OR p.row_id IS NOT NULL THEN 'unconfirmed'
           WHEN q.row_id IS NOT NULL AND (o.confidence = 'single' OR o.checked_on IS NULL) THEN 'unconfirmed'
           ELSE o.confidence
       END AS confidence,
       CASE
           WHEN c.row_id IS NOT NULL OR p.row_id IS NOT NULL THEN coalesce(c.reason, p.reason)
           WHEN q.row_id IS NULL THEN NULL
           WHEN o.confidence = 'single' THEN 'One source so far; a claim of this weight needs two.'
           WHEN o.confidence = 'confirmed' AND o.checked_on IS NULL
               THEN 'None of its sources has been read again yet; a claim of this weight needs that.'
       END AS caution,
       o.* EXCLUDE (table_name, row_id, confidence)
FROM facts f
JOIN own o ON o.table_name = f.source_table AND o.row_id = f.source_row
LEFT JOIN core.cautions c ON c.table_name = f.table_name AND c.row_id = f.row_id
LEFT JOIN core.cautions p ON p.table_name = f.source_table AND p.row_id = f.source_row
LEFT JOIN consequential q ON q.table_name = f.table_name AND q.row_id = f.row_id;

-- Publishers, and how often the Atlas relies on each.
CREATE TABLE publishers AS
SELECT p.*, count(e.evidence_id) AS citations
FROM core.publishers p LEFT JOIN core.evidence e USING (publisher_id)
GROUP BY ALL;
