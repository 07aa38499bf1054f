-- warning: a filing date
SELECT 'cases', case_id, 'filed_on', short_name FROM core.cases WHERE filed_on IS NULL;
