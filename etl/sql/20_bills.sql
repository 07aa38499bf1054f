-- A bill on a given day: enacted or not, and, which is another question, in force or not.
CREATE TABLE bill_dates AS
SELECT d.*, b.jurisdiction, b.number, b.title, s.* EXCLUDE (table_name, row_id)
FROM core.bill_dates d
JOIN core.bills b USING (bill_id)
LEFT JOIN row_sources s ON s.table_name = 'bill_dates' AND s.row_id = d.bill_date_id;

CREATE TABLE bills AS
WITH dates AS (
    SELECT bill_id,
           first(date ORDER BY date_first) FILTER (kind = 'introduced') AS introduced_on,
           first(date ORDER BY date_first) FILTER (kind = 'signed') AS enacted_on,
           first(date ORDER BY date_first) FILTER (kind = 'effective') AS effective_on,
           string_agg(date, '|' ORDER BY date_first) FILTER (kind = 'operative') AS operative_on,
           first(date ORDER BY date_first) FILTER (kind = 'enjoined') AS enjoined_on,
           first(date ORDER BY date_first) FILTER (kind = 'repealed') AS repealed_on,
           first(date ORDER BY date_first) FILTER (kind = 'expires') AS expires_on,
           first(date ORDER BY date_first DESC) FILTER (kind = 'last_action') AS last_action_on,
           min(date_first) FILTER (kind = 'introduced') AS introduced_first,
           min(date_first) FILTER (kind = 'signed') AS enacted_on_first,
           min(date_first) FILTER (kind = 'effective') AS effective_first,
           min(date_first) FILTER (kind = 'enjoined') AS enjoined_first,
           min(date_first) FILTER (kind = 'repealed') AS repealed_first,
           min(date_last) FILTER (kind = 'expires') AS expires_last,
           max(date_first) FILTER (kind = 'last_action') AS last_action_first,
           coalesce(min(date_first) FILTER (kind IN ('introduced', 'signed', 'last_action')),
                    min(date_first)) AS known_first
    FROM core.bill_dates GROUP BY bill_id
), vetoes AS (
    SELECT bill_id, min(date_first) AS vetoed_first FROM core.bill_events WHERE kind = 'vetoed' GROUP BY 1
)
SELECT b.*, j.name AS jurisdiction_name, d.* EXCLUDE (bill_id), v.vetoed_first,
       t.ends_on AS session_ends_on, t.ends_on_last AS session_last, s.* EXCLUDE (table_name, row_id)
FROM core.bills b
JOIN core.jurisdictions j USING (jurisdiction)
LEFT JOIN core.sessions t ON t.jurisdiction = b.jurisdiction AND t.session = b.session
LEFT JOIN dates d USING (bill_id)
LEFT JOIN vetoes v USING (bill_id)
LEFT JOIN row_sources s ON s.table_name = 'bills' AND s.row_id = b.bill_id;

-- The day a bill is listed under: when it became law, else was introduced, else last acted on.
CREATE TABLE bill_days AS
SELECT DISTINCT date, date_first, date_last, date_precision FROM core.bill_dates;

-- A bill that was not decided when its session ended died with it, if a source from after that day
-- still shows it undecided; if the newest source is older, nobody has looked, and that is said.
-- What a governor did with a bill is known within half a year, or it is said not to be recorded.
-- Only enactment, force and vetoes can be taken back to an earlier day; other steps are as last recorded.
-- Dates of what had not happened yet are left out; a law's future dates are known once it is signed.
CREATE MACRO bills_at(day) AS TABLE
WITH known AS (
    SELECT *, coalesce(enacted_on_first, effective_first) <= day AS is_law, repealed_first <= day AS is_repealed, enjoined_first <= day AS is_enjoined,
           CASE WHEN coalesce(enacted_on_first, effective_first) <= day THEN coalesce(enacted_on, effective_on)
                WHEN introduced_on IS NOT NULL THEN introduced_on
                WHEN last_action_first <= day THEN last_action_on END AS day_of
    FROM bills
    WHERE known_first IS NULL OR known_first <= day
)
SELECT k.* EXCLUDE (status, is_law, is_repealed, is_enjoined, day_of, known_first, vetoed_first, introduced_first,
                    enacted_on_first, effective_first, enjoined_first, repealed_first, last_action_first,
                    expires_last, session_last)
           REPLACE (
               if(is_law, enacted_on, NULL) AS enacted_on,
               if(is_law OR enacted_on IS NULL, effective_on, NULL) AS effective_on,
               if(is_law OR enacted_on IS NULL, operative_on, NULL) AS operative_on,
               if(is_law OR enacted_on IS NULL, expires_on, NULL) AS expires_on,
               if(is_enjoined, enjoined_on, NULL) AS enjoined_on,
               if(is_repealed, repealed_on, NULL) AS repealed_on,
               if(last_action_first <= day, last_action_on, NULL) AS last_action_on
           ),
       d.date, d.date_first, d.date_last, d.date_precision,
       CASE
           WHEN k.status = 'enacted' AND NOT is_law THEN 'introduced'
           WHEN k.status IN ('introduced', 'passed_one_chamber') AND session_last < day
               THEN if(as_of_last > session_last, 'died', 'unresolved')
           WHEN k.status = 'passed_legislature' AND session_last + INTERVAL 6 MONTH < day THEN 'unresolved'
           WHEN k.status = 'vetoed' AND vetoed_first > day THEN 'passed_legislature'
           ELSE k.status END AS status,
       bill_force_on(k.status, enacted_on_first, effective_first, enjoined_first, repealed_first, expires_last, day) AS force
FROM known k LEFT JOIN bill_days d ON d.date = k.day_of;
