-- the case it was consolidated into, for a consolidated case
SELECT 'cases', case_id, 'consolidated_into', status FROM core.cases
WHERE status = 'consolidated' AND consolidated_into IS NULL;
