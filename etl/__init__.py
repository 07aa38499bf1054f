"""From curated CSV files to a checked, versioned DuckDB warehouse."""
