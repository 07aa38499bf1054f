-- an agreement or a jurisdiction, and not both; and one judgement of each protection
SELECT 'judgements', judgement_id, 'agreement_id', agreement_id FROM core.judgements
WHERE (agreement_id IS NULL) = (jurisdiction IS NULL)
UNION ALL
SELECT 'judgements', judgement_id, 'protection', protection FROM core.judgements
QUALIFY row_number() OVER (PARTITION BY agreement_id, jurisdiction, protection ORDER BY judgement_id) > 1;
