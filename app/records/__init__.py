"""Everything on file about one record: what it is, who says so, what hangs on it."""
