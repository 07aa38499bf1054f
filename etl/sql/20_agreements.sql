-- An agreement on a given day: its status follows from its dates, and from what replaced it.
CREATE TABLE agreements AS
WITH replaced AS (
    SELECT supersedes AS agreement_id, min(coalesce(effective_on_first, ratified_on_first)) AS replaced_on
    FROM core.agreements WHERE supersedes IS NOT NULL GROUP BY 1
)
SELECT a.*, u.short_name AS union_name, r.replaced_on,
       -- a contract without any date is known since its newest source
       coalesce(least(a.tentative_on_first, a.ratified_on_first, a.effective_on_first), a.as_of_first) AS known_first,
       -- it binds from its first day; if that is known less exactly than the vote, from the vote
       CASE WHEN a.effective_on_precision <> 'day' AND a.ratified_on_first BETWEEN a.effective_on_first AND a.effective_on_last
            THEN a.ratified_on_first
            ELSE coalesce(a.effective_on_first, a.ratified_on_first) END AS binds_first,
       s.* EXCLUDE (table_name, row_id)
FROM core.agreements a
JOIN core.unions u USING (union_id)
LEFT JOIN replaced r USING (agreement_id)
LEFT JOIN row_sources s ON s.table_name = 'agreements' AND s.row_id = a.agreement_id;

CREATE MACRO agreements_at(day) AS TABLE
SELECT *, agreement_status_on(stated_status, tentative_on_first, ratified_on_first, binds_first, replaced_on,
                              expires_on_last, as_of_last, day) AS status
FROM agreements
WHERE known_first IS NULL OR known_first <= day;

CREATE TABLE provisions AS
SELECT p.*, a.union_id, u.short_name AS union_name, a.title AS agreement, a.sector, a.crafts,
       s.* EXCLUDE (table_name, row_id)
FROM core.provisions p
JOIN core.agreements a USING (agreement_id)
JOIN core.unions u USING (union_id)
LEFT JOIN row_sources s ON s.table_name = 'provisions' AND s.row_id = p.provision_id;

CREATE MACRO provisions_at(day) AS TABLE
SELECT p.*, a.status FROM provisions p JOIN agreements_at(day) a USING (agreement_id);

CREATE TABLE demands AS
SELECT d.*, a.union_id, u.short_name AS union_name, a.title AS agreement, a.sector, a.crafts,
       s.* EXCLUDE (table_name, row_id)
FROM core.demands d
JOIN core.agreements a USING (agreement_id)
JOIN core.unions u USING (union_id)
LEFT JOIN row_sources s ON s.table_name = 'demands' AND s.row_id = d.demand_id;

CREATE MACRO demands_at(day) AS TABLE
SELECT d.*, a.status FROM demands d JOIN agreements_at(day) a USING (agreement_id);

-- Every agreement and protection, judged or not. A cell shows the strongest clause; a refused
-- demand is shown where nothing was won, and flagged where something was.
CREATE TABLE agreement_protections AS
WITH ranked AS (
    SELECT *, list_position(['strong', 'partial', 'weak', 'absent'], strength) AS rank FROM provisions
), best AS (
    SELECT agreement_id, protection, count(*) AS clauses,
           first(strength ORDER BY rank, provision_id) AS strength,
           string_agg(summary, ' / ' ORDER BY rank, provision_id) AS summary,
           first(source_url ORDER BY rank, provision_id) AS source_url,
           first(confidence ORDER BY rank, provision_id) AS confidence,
           string_agg(provision_id, '|' ORDER BY rank, provision_id) AS provision_ids
    FROM ranked GROUP BY ALL
), refused AS (
    SELECT agreement_id, protection, string_agg(summary, ' / ') AS summary,
           first(source_url) AS source_url, first(confidence) AS confidence,
           string_agg(demand_id, '|') AS demand_ids
    FROM demands WHERE outcome = 'refused' GROUP BY ALL
), judged AS (
    SELECT agreement_id, protection, finding, looked_on, looked_in, summary, source_url, confidence, judgement_id
    FROM judgements WHERE agreement_id IS NOT NULL
)
SELECT a.agreement_id, a.title, a.union_id, a.union_name, a.sector, a.crafts,
       p.pillar, p.protection,
       coalesce(b.strength, if(r.agreement_id IS NOT NULL, 'refused', NULL), j.finding, 'not_judged') AS level,
       b.strength IS NOT NULL AND r.agreement_id IS NOT NULL AS also_refused,
       coalesce(b.clauses, 0) AS clauses,
       coalesce(b.summary, r.summary, j.summary) AS summary,
       coalesce(b.confidence, r.confidence, j.confidence) AS confidence,
       coalesce(b.source_url, r.source_url, j.source_url) AS source_url,
       b.provision_ids, r.demand_ids, j.judgement_id, j.looked_on, j.looked_in
FROM agreements a
CROSS JOIN core.protections p
LEFT JOIN best b ON b.agreement_id = a.agreement_id AND b.protection = p.protection
LEFT JOIN refused r ON r.agreement_id = a.agreement_id AND r.protection = p.protection
LEFT JOIN judged j ON j.agreement_id = a.agreement_id AND j.protection = p.protection;

CREATE MACRO agreement_protections_at(day) AS TABLE
SELECT c.*, a.status FROM agreement_protections c JOIN agreements_at(day) a USING (agreement_id);

CREATE TABLE bargaining_events AS
SELECT e.*, u.short_name AS union_name, s.* EXCLUDE (table_name, row_id)
FROM core.bargaining_events e
JOIN core.unions u USING (union_id)
LEFT JOIN row_sources s ON s.table_name = 'bargaining_events' AND s.row_id = e.event_id;
