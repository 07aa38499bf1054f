-- at least as many rows as row_floors.csv says
SELECT 'row_floors', f.floor_id, 'least_rows', t.estimated_size::VARCHAR
FROM core.row_floors f LEFT JOIN duckdb_tables() t ON t.schema_name = 'core' AND t.table_name = f.table_name
WHERE coalesce(t.estimated_size, 0) < f.least_rows;
