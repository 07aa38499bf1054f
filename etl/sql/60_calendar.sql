-- What is fixed to come, and how much hangs on it.

-- The protections that a law or bill touches, without those that it gives to others alone.
CREATE MACRO law_touches(topics, protections) AS
    nullif(array_to_string(list_filter(cell_items(protections),
        lambda p: NOT coalesce(law_is_for_others(topics, p), false)), '|'), '');

-- Dates of laws and contracts, court dates, deadlines, and the ends of the sessions with which bills
-- would die. The end of a contract that was replaced, and the dates of a law that was repealed, are no
-- longer to come. `members` is how many people a contract covers, or, where no source says, how many
-- members its union has.
CREATE MACRO calendar_at(day) AS TABLE
WITH fixed AS (
    SELECT e.*, law_touches(b.topics, b.protections) AS touches, coalesce(a.members_covered, u.members) AS members,
           NULL::BIGINT AS bills_undecided
    FROM events e
    LEFT JOIN agreements a ON e.subject_table = 'agreements' AND a.agreement_id = e.subject_id
    LEFT JOIN core.unions u ON u.union_id = a.union_id
    LEFT JOIN bills b ON e.subject_table = 'bills' AND b.bill_id = e.subject_id
    WHERE e.is_scheduled AND e.known_since <= day AND e.date_last >= day
        AND NOT coalesce(a.replaced_on <= day, false) AND NOT coalesce(b.repealed_first <= day, false)
), undecided AS (
    SELECT jurisdiction, session, count(*) AS bills, count(*) FILTER (status = 'passed_legislature') AS passed,
           count(law_touches(topics, protections)) AS touching,
           array_to_string(list_sort(list_distinct(cell_items(string_agg(law_touches(topics, protections), '|')))), '|') AS protections
    FROM bills_at(day) WHERE status IN ('introduced', 'passed_one_chamber', 'passed_legislature') GROUP BY ALL
), session_ends AS (
    SELECT s.session_id || '@sessions' AS event_id, 'sessions' AS table_name, s.session_id AS row_id, 'legislation' AS domain,
           'session_ends' AS kind, s.ends_on AS date,
           j.name || ': session ' || s.session || ' ends with ' || u.bills || if(u.bills = 1, ' bill', ' bills') || ' undecided' AS title,
           concat_ws(' ', if(u.touching = 0, 'None', u.touching::VARCHAR) || ' of these ' || if(u.touching > 1, 'touch', 'touches') || ' creators’ protections.',
                     if(u.passed = 0, NULL, u.passed || ' passed both chambers and may still be signed.'),
                     'What has not passed by then dies.', s.note) AS summary,
           'sessions' AS subject_table, s.session_id AS subject_id, s.jurisdiction,
           u.protections AS protections, true AS is_scheduled, s.starts_on_first AS known_since,
           s.ends_on_first AS date_first, s.ends_on_last AS date_last, s.ends_on_precision AS date_precision,
           r.* EXCLUDE (table_name, row_id), u.protections AS touches, u.bills AS bills_undecided
    FROM core.sessions s
    JOIN undecided u ON u.jurisdiction = s.jurisdiction AND u.session = s.session
    JOIN core.jurisdictions j ON j.jurisdiction = s.jurisdiction
    LEFT JOIN row_sources r ON r.table_name = 'sessions' AND r.row_id = s.session_id
    WHERE s.ends_on_last >= day
)
SELECT *, datediff('day', day::DATE, date_last) AS days_left
FROM (SELECT * FROM fixed UNION ALL BY NAME SELECT * FROM session_ends);

-- The next twelve months of it. `is_sure`: every day that the source leaves open lies within them.
CREATE MACRO radar_at(day) AS TABLE
SELECT *, date_first >= day AND date_last <= day::DATE + INTERVAL 1 YEAR AS is_sure
FROM calendar_at(day) WHERE date_first <= day::DATE + INTERVAL 1 YEAR;
