"""THE figures: a frame in, a `Chart` out. No Streamlit and no DuckDB in here."""
