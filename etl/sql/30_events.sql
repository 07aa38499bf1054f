-- One timeline of everything that happened, or is set to happen.
-- `is_scheduled` marks dates that were fixed before they came: only these may lie ahead, and only once
-- they were known: a law's dates since it was signed, a contract's end since it was agreed, any other
-- since its source was read.
CREATE TABLE events AS
WITH bill AS (
    SELECT bill_id, jurisdiction, number, title, protections, crafts, topics, enacted_on_first AS signed_first FROM bills
),
read AS (SELECT table_name, row_id, min(edtf_first(accessed)) AS read_on FROM core.evidence GROUP BY ALL),
all_events AS (
    SELECT 'bill_dates' AS table_name, d.bill_date_id AS row_id, 'legislation' AS domain, d.kind, d.date,
           b.jurisdiction || ' ' || b.number || ': ' || b.title AS title, coalesce(d.note, b.title) AS summary,
           d.kind IN ('effective', 'operative', 'expires') AS is_scheduled, b.signed_first AS known_since,
           'bills' AS subject_table, d.bill_id AS subject_id,
           b.jurisdiction, b.protections, b.crafts, b.topics,
           NULL AS company_ids, NULL AS union_id, NULL AS court_id, NULL AS letter_id, NULL AS plaintiff_class
    FROM core.bill_dates d JOIN bill b USING (bill_id) WHERE d.kind <> 'last_action'
    UNION ALL BY NAME
    SELECT 'bill_events' AS table_name, e.event_id AS row_id, 'legislation' AS domain, e.kind, e.date,
           b.jurisdiction || ' ' || b.number || ': ' || b.title AS title, e.summary,
           'bills' AS subject_table, e.bill_id AS subject_id, b.jurisdiction, b.protections, b.crafts, b.topics
    FROM core.bill_events e JOIN bill b USING (bill_id)
    UNION ALL BY NAME
    SELECT 'federal_actions' AS table_name, action_id AS row_id, 'legislation' AS domain, kind, date, title, summary,
           'federal_actions' AS subject_table, action_id AS subject_id, 'US' AS jurisdiction, protections
    FROM core.federal_actions
    UNION ALL BY NAME
    SELECT 'cases' AS table_name, case_id AS row_id, 'litigation' AS domain, 'filed' AS kind, filed_on AS date,
           short_name AS title, 'Case filed: ' || short_name || '.' AS summary,
           'cases' AS subject_table, case_id AS subject_id, company_ids, court_id, plaintiff_class, protections
    FROM cases WHERE filed_on IS NOT NULL
    UNION ALL BY NAME
    SELECT 'case_events' AS table_name, event_id AS row_id, 'litigation' AS domain, kind, date, short_name AS title, summary,
           kind = 'scheduled' AS is_scheduled,
           'cases' AS subject_table, case_id AS subject_id, company_ids, court_id, plaintiff_class, protections
    FROM case_events
    UNION ALL BY NAME
    SELECT 'rulings' AS table_name, ruling_id AS row_id, 'litigation' AS domain, 'ruling' AS kind, date, short_name AS title, summary,
           'cases' AS subject_table, case_id AS subject_id, company_ids, court_id, plaintiff_class, protections
    FROM rulings
    UNION ALL BY NAME
    SELECT 'bargaining_events' AS table_name, event_id AS row_id, 'agreements' AS domain, e.kind, e.date,
           coalesce(u.short_name || ': ' || a.title, u.short_name) AS title, e.summary,
           if(a.agreement_id IS NULL, 'unions', 'agreements') AS subject_table, coalesce(a.agreement_id, e.union_id) AS subject_id,
           e.union_id, coalesce(a.crafts, u.crafts) AS crafts
    FROM core.bargaining_events e
    JOIN core.unions u USING (union_id)
    LEFT JOIN core.agreements a USING (agreement_id)
    UNION ALL BY NAME
    SELECT 'agreements' AS table_name, agreement_id AS row_id, 'agreements' AS domain, 'contract_ends' AS kind, expires_on AS date,
           union_name || ': ' || title AS title, 'The term ends.' AS summary, true AS is_scheduled,
           coalesce(ratified_on_first, tentative_on_first, effective_on_first) AS known_since,
           'agreements' AS subject_table, agreement_id AS subject_id, union_id, crafts
    FROM agreements WHERE expires_on IS NOT NULL
    UNION ALL BY NAME
    SELECT 'practices' AS table_name, practice_id AS row_id, 'practices' AS domain, kind, announced_on AS date,
           titled(company, title) AS title, summary, 'practices' AS subject_table, practice_id AS subject_id, company_ids, protections
    FROM practices WHERE announced_on IS NOT NULL
    UNION ALL BY NAME
    SELECT 'practice_events' AS table_name, e.event_id AS row_id, 'practices' AS domain, e.kind, e.date,
           titled(p.company, p.title) AS title, e.summary, 'practices' AS subject_table, practice_id AS subject_id,
           p.company_ids, p.protections
    FROM practice_events e JOIN practices p USING (practice_id) WHERE e.kind <> 'announced'
    UNION ALL BY NAME
    SELECT 'incidents' AS table_name, incident_id AS row_id, 'practices' AS domain, 'incident' AS kind, date, title, summary,
           'incidents' AS subject_table, incident_id AS subject_id, company_ids, crafts
    FROM core.incidents WHERE date IS NOT NULL
    UNION ALL BY NAME
    SELECT 'letters' AS table_name, letter_id AS row_id, 'coalition' AS domain, 'letter' AS kind, launched_on AS date, title, summary,
           'letters' AS subject_table, letter_id AS subject_id, letter_id, demands AS protections
    FROM core.letters WHERE launched_on IS NOT NULL
    UNION ALL BY NAME
    SELECT 'coalition_events' AS table_name, event_id AS row_id, 'coalition' AS domain, kind, date,
           'Creators Coalition on AI' AS title, summary, 'coalition_events' AS subject_table, event_id AS subject_id
    FROM core.coalition_events
    UNION ALL BY NAME
    SELECT 'developments' AS table_name, development_id AS row_id, domain, kind, date, title, summary,
           kind IN ('takes_effect', 'deadline') AS is_scheduled,
           'developments' AS subject_table, development_id AS subject_id, jurisdiction
    FROM core.developments
)
SELECT e.row_id || '@' || e.table_name AS event_id, e.* EXCLUDE (is_scheduled, known_since), coalesce(e.is_scheduled, false) AS is_scheduled,
       coalesce(e.known_since, r.read_on) AS known_since,
       edtf_first(e.date) AS date_first, edtf_last(e.date) AS date_last, edtf_precision(e.date) AS date_precision,
       s.* EXCLUDE (table_name, row_id)
FROM all_events e
LEFT JOIN row_sources s ON s.table_name = e.table_name AND s.row_id = e.row_id
LEFT JOIN read r ON r.table_name = e.table_name AND r.row_id = e.row_id
ORDER BY date_first, event_id;

-- On a given day: what had happened, and what was already fixed to come.
CREATE MACRO events_at(day) AS TABLE
SELECT *, date_first > day AS is_ahead FROM events
WHERE date_first <= day OR (is_scheduled AND known_since <= day);
