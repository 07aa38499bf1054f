-- Dates as precise as their source (EDTF): year, month, day, or a range of two of them.
CREATE MACRO edtf_start(part) AS
    make_date(left(part, 4)::INT, coalesce(nullif(substr(part, 6, 2), '')::INT, 1), coalesce(nullif(substr(part, 9, 2), '')::INT, 1));
CREATE MACRO edtf_end(part) AS CASE length(part)
    WHEN 4 THEN make_date(part::INT, 12, 31)
    WHEN 7 THEN last_day(edtf_start(part))
    ELSE edtf_start(part) END;
CREATE MACRO edtf_first(value) AS edtf_start(split_part(value, '/', 1));
CREATE MACRO edtf_last(value) AS edtf_end(if(contains(value, '/'), split_part(value, '/', 2), value));
CREATE MACRO edtf_precision(value) AS CASE
    WHEN value IS NULL THEN NULL
    WHEN contains(value, '/') THEN 'range'
    WHEN length(value) = 4 THEN 'year'
    WHEN length(value) = 7 THEN 'month'
    ELSE 'day' END;

-- Lists live in one cell, separated by |.
CREATE MACRO cell_items(cell) AS string_split(cell, '|');

-- A title under the name of whose it is, unless it begins with that name anyway.
CREATE MACRO titled(name, title) AS
    if(starts_with(title, name) AND NOT regexp_matches(substr(title, length(name) + 1), '^\w'), title, name || ': ' || title);

-- What an agreement is on a day: it follows from its dates, and from what replaced it.
CREATE MACRO agreement_status_on(stated, tentative, ratified, binds, replaced, ends, newest, day) AS CASE
    WHEN stated IN ('in_negotiation', 'tentative') AND NOT coalesce(ends < day, false) THEN stated
    WHEN binds > day AND ratified <= day THEN 'ratified'
    WHEN binds > day AND tentative <= day THEN 'tentative'
    WHEN binds > day THEN 'in_negotiation'
    WHEN replaced <= day THEN 'superseded'
    WHEN ends < day THEN 'expired'
    WHEN ends >= day AND binds <= day THEN 'in_force'
    WHEN stated = 'in_force' AND ends IS NULL AND newest < day - INTERVAL 2 YEAR THEN 'last_known'
    ELSE stated END;

-- Whether a law binds on a day: enacted is not yet in force.
CREATE MACRO bill_force_on(status, enacted, effective, enjoined, repealed, ends, day) AS CASE
    WHEN status <> 'enacted' OR NOT (coalesce(enacted, effective) <= day) THEN 'not_law'
    WHEN repealed <= day OR ends < day THEN 'repealed'
    WHEN enjoined <= day THEN 'enjoined'
    WHEN effective > day THEN 'future'
    WHEN effective <= day THEN 'in_force'
    ELSE 'undated' END;
