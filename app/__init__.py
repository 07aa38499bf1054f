"""Everything a page may use: filters, data, charts, page parts."""
