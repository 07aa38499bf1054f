-- What was corrected; the row itself may be gone. A macro, since the names of all records are complete
-- only at the end of a build.
CREATE TABLE corrections AS SELECT * FROM core.corrections;
CREATE MACRO corrections_at(day) AS TABLE
SELECT c.*, n.row_id IS NOT NULL AS is_on_record
FROM corrections c LEFT JOIN record_names n ON n.table_name = c.table_name AND n.row_id = c.record_id
WHERE c.date_first <= day;
