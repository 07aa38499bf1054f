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
           first(date ORDER BY date_first DESC) FILTER (kind = 'last_action') AS last_action_on
    FROM core.bill_dates GROUP BY bill_id
), vetoes AS (
    SELECT bill_id, min(date_first) AS vetoed_first FROM core.bill_events WHERE kind = 'vetoed' GROUP BY 1
)
SELECT b.*, j.name AS jurisdiction_name, d.* EXCLUDE (bill_id),
       edtf_first(d.introduced_on) AS introduced_on_first,
       edtf_first(d.enacted_on) AS enacted_on_first,
       edtf_first(d.effective_on) AS effective_on_first,
       edtf_first(d.enjoined_on) AS enjoined_on_first,
       edtf_first(d.repealed_on) AS repealed_on_first,
       edtf_first(d.last_action_on) AS last_action_on_first,
       v.vetoed_first,
       least(edtf_first(d.introduced_on), edtf_first(d.enacted_on), edtf_first(d.last_action_on)) AS known_first,
       s.* EXCLUDE (table_name, row_id)
FROM core.bills b
JOIN core.jurisdictions j USING (jurisdiction)
LEFT JOIN dates d USING (bill_id)
LEFT JOIN vetoes v USING (bill_id)
LEFT JOIN row_sources s ON s.table_name = 'bills' AND s.row_id = b.bill_id;

-- Only enactment, force and vetoes can be taken back to an earlier day; other steps are as last recorded.
-- Dates of what had not happened yet are left out; a law's future dates are known once it is signed.
CREATE MACRO bills_at(day) AS TABLE
WITH known AS (
    SELECT * REPLACE (
            if(enacted_on_first <= day, enacted_on, NULL) AS enacted_on,
            if(enacted_on_first <= day OR enacted_on IS NULL, effective_on, NULL) AS effective_on,
            if(enacted_on_first <= day OR enacted_on IS NULL, effective_on_first, NULL) AS effective_on_first,
            if(enacted_on_first <= day OR enacted_on IS NULL, operative_on, NULL) AS operative_on,
            if(enjoined_on_first <= day, enjoined_on, NULL) AS enjoined_on,
            if(repealed_on_first <= day, repealed_on, NULL) AS repealed_on,
            if(last_action_on_first <= day, last_action_on, NULL) AS last_action_on
        ), CASE
            WHEN bills.status = 'enacted' AND enacted_on_first > day THEN 'introduced'
            WHEN bills.status = 'vetoed' AND vetoed_first > day THEN 'passed_legislature'
            ELSE bills.status END AS status_then
    FROM bills
    WHERE known_first IS NULL OR known_first <= day
), dated AS (
    SELECT *, coalesce(enacted_on, introduced_on, last_action_on) AS date FROM known
)
SELECT * EXCLUDE (status, status_then, known_first, vetoed_first, enacted_on_first, enjoined_on_first,
                  repealed_on_first, last_action_on_first, introduced_on_first, effective_on_first),
       edtf_first(date) AS date_first, edtf_last(date) AS date_last, edtf_precision(date) AS date_precision,
       status_then AS status, CASE
        WHEN status_then <> 'enacted' THEN 'not_law'
        WHEN repealed_on_first <= day THEN 'repealed'
        WHEN enjoined_on_first <= day THEN 'enjoined'
        WHEN effective_on_first > day THEN 'future'
        WHEN effective_on_first <= day THEN 'in_force'
        ELSE 'undated'
    END AS force
FROM dated;
