-- a row in row_floors.csv for this table
SELECT 'row_floors', 'row-floors', 'table_name', t.table_name
FROM duckdb_tables() t ANTI JOIN core.row_floors f USING (table_name)
WHERE t.schema_name = 'core' AND t.table_name NOT IN (SELECT DISTINCT vocabulary FROM vocabulary);
