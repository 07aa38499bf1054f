-- no judgement where something was found: a clause, a refused demand or a law says more
SELECT 'judgements', g.judgement_id, 'finding', g.finding
FROM core.judgements g
WHERE EXISTS (SELECT 1 FROM core.provisions p WHERE p.agreement_id = g.agreement_id AND p.protection = g.protection)
   OR EXISTS (SELECT 1 FROM core.demands d WHERE d.agreement_id = g.agreement_id AND d.protection = g.protection AND d.outcome = 'refused')
   OR g.finding = 'none_found' AND EXISTS (
       SELECT 1 FROM bills_at(g.looked_on_last) b
       WHERE b.jurisdiction = g.jurisdiction AND b.force = 'in_force' AND list_contains(cell_items(b.protections), g.protection));
