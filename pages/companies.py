"""One company's whole picture; two to four side by side; or which are in the record most."""

from app import blocks, company_blocks, company_words

found = company_blocks.chosen()
if found.empty:
    company_blocks.overview()
elif len(found) == 1:
    company_blocks.one(next(found.itertuples()))
else:
    company_blocks.comparison(found, company_words.comparison(found))
blocks.reach_line()
