-- a case that does not stand above already with this court and docket number, unless one was consolidated into the other
SELECT 'cases', a.case_id, 'docket_number', a.docket_number
FROM core.cases a
JOIN core.cases b ON b.court_id = a.court_id AND b.case_id < a.case_id
    AND regexp_replace(lower(b.docket_number), '[^a-z0-9]', '', 'g') = regexp_replace(lower(a.docket_number), '[^a-z0-9]', '', 'g')
WHERE a.consolidated_into IS DISTINCT FROM b.case_id AND b.consolidated_into IS DISTINCT FROM a.case_id;
