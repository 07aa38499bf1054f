-- at least one row of evidence.csv for this row
SELECT DISTINCT f.source_table, f.source_row, NULL, f.source_row
FROM facts f ANTI JOIN core.evidence e ON e.table_name = f.source_table AND e.row_id = f.source_row;
