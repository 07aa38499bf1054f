-- Where somebody looked for a protection and found nothing, or could not judge.
CREATE TABLE judgements AS
SELECT g.*, p.pillar, coalesce(a.title, j.name) AS looked_through, s.* EXCLUDE (table_name, row_id)
FROM core.judgements g
JOIN core.protections p USING (protection)
LEFT JOIN core.agreements a USING (agreement_id)
LEFT JOIN core.jurisdictions j ON j.jurisdiction = g.jurisdiction
LEFT JOIN row_sources s ON s.table_name = 'judgements' AND s.row_id = g.judgement_id;

CREATE MACRO judgements_at(day) AS TABLE
SELECT * FROM judgements WHERE looked_on_first <= day;
