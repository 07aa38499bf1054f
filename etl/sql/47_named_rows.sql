-- The rows behind the figures on the data itself, each with its name. Views, since names are complete
-- only at the end of a build.
CREATE VIEW fact_quality AS
SELECT f.domain, n.name, f.confidence, f.read_on, f.newest_source, f.source_url, f.table_name, f.row_id
FROM fact_standing f JOIN record_names n USING (table_name, row_id);

CREATE VIEW known_gap_rows AS
SELECT g.domain, g.gap, n.name, g.protection, g.missing > 0 AS is_missing, g.missing, g.of_all, s.confidence, s.source_url,
       g.gap_id, g.table_name, g.row_id
FROM gap_candidates g
JOIN record_names n USING (table_name, row_id)
LEFT JOIN row_sources s USING (table_name, row_id);
