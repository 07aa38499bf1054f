-- What is on record for each protection, and where somebody looked and found nothing.
CREATE TABLE protection_records AS
WITH clauses AS (
    SELECT protection, count(*) AS clauses, count(*) FILTER (strength IN ('strong', 'partial')) AS binding
    FROM core.provisions WHERE strength <> 'absent' GROUP BY 1
), laws AS (
    SELECT unnest(cell_items(protections)) AS protection, count(*) AS laws FROM core.bills WHERE status = 'enacted' GROUP BY 1
), acts AS (
    SELECT unnest(cell_items(protections)) AS protection, count(*) AS acts FROM core.practices GROUP BY 1
), looked AS (
    SELECT protection, count(*) FILTER (finding = 'none_found' AND agreement_id IS NOT NULL) AS none_in_agreements,
           count(*) FILTER (finding = 'none_found' AND jurisdiction IS NOT NULL) AS none_in_law,
           count(*) FILTER (finding = 'not_judged') AS not_judged
    FROM core.judgements GROUP BY 1
)
SELECT p.protection, p.pillar, coalesce(c.clauses, 0) AS clauses, coalesce(c.binding, 0) AS binding,
       coalesce(l.laws, 0) AS laws, coalesce(a.acts, 0) AS acts,
       coalesce(k.none_in_agreements, 0) AS none_in_agreements, coalesce(k.none_in_law, 0) AS none_in_law,
       coalesce(k.not_judged, 0) AS not_judged
FROM core.protections p
LEFT JOIN clauses c USING (protection) LEFT JOIN laws l USING (protection)
LEFT JOIN acts a USING (protection) LEFT JOIN looked k USING (protection);
