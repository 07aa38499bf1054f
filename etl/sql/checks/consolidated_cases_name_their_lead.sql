-- status consolidated and the case it was consolidated into, or neither
SELECT 'cases', case_id, 'consolidated_into', status FROM core.cases
WHERE status = 'consolidated' AND consolidated_into IS NULL;
