-- a status that fits the stage: closed means settled, dismissed, decided or consolidated
SELECT 'cases', case_id, 'status', status FROM core.cases WHERE stage = 'closed' AND status IN ('pending', 'stayed')
UNION ALL
SELECT 'cases', case_id, 'stage', stage FROM core.cases WHERE stage IN ('complaint', 'motion_to_dismiss', 'discovery') AND status = 'decided';
