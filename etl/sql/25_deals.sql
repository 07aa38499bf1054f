-- Who gives a licence to whom: one row for each pair of seller and buyer; a side that no source names
-- is empty. A deal that was only announced is not a deal that was closed, and a signing that is only
-- reported does not close it.
CREATE MACRO deals_at(day) AS TABLE
WITH steps AS (
    SELECT practice_id, bool_or(confidence <> 'unconfirmed') AS is_sure
    FROM practice_events WHERE kind IN ('signed', 'closed') AND date_first <= day GROUP BY practice_id
), side AS (
    SELECT p.practice_party_id, p.practice_id, p.role, p.company_id, coalesce(c.name, p.name) AS name, c.kind
    FROM core.practice_parties p LEFT JOIN core.companies c USING (company_id)
)
SELECT concat_ws('~', p.practice_id, s.practice_party_id, b.practice_party_id) AS deal_id, p.practice_id, p.title,
       p.announced_on AS date, p.announced_on_first AS date_first, p.announced_on_last AS date_last, p.announced_on_precision AS date_precision,
       p.kind, s.name AS seller, s.company_id AS seller_id, s.kind AS seller_kind,
       b.name AS buyer, b.company_id AS buyer_id, b.kind AS buyer_kind,
       CASE
           WHEN p.standing = 'ended' AND NOT coalesce(t.is_sure, false) THEN 'ended_unclosed'
           WHEN p.standing = 'ended' THEN 'ended'
           WHEN t.is_sure THEN 'closed'
           WHEN t.practice_id IS NOT NULL THEN 'closing_reported'
           ELSE 'announced'
       END AS step,
       p.amount_usd, p.creators_opt_in, p.terms_disclosed, p.stance, p.media, p.uses, p.protections, p.company_ids, p.summary,
       p.confidence, p.caution, p.publishers, p.source_url, p.source_urls, p.checked_on
FROM practices_at(day) p
LEFT JOIN side s ON s.practice_id = p.practice_id AND s.role = 'seller'
LEFT JOIN side b ON b.practice_id = p.practice_id AND b.role = 'buyer'
LEFT JOIN steps t ON t.practice_id = p.practice_id
WHERE p.kind IN ('license_deal', 'settlement_license') OR (p.sellers IS NOT NULL AND p.buyers IS NOT NULL);

-- What the sources of an incident also tell of: a suit, or an act of a company that took part in both.
-- One page may tell of many things, so the same page alone is not enough.
CREATE MACRO incident_links_at(day) AS TABLE
WITH other AS (
    SELECT 'cases' AS table_name, case_id AS row_id, short_name AS title, filed_on AS date, filed_on_first AS date_first, filed_on_last AS date_last, company_ids FROM cases_at(day)
    UNION ALL
    SELECT 'practices', practice_id, titled(company, title), announced_on, announced_on_first, announced_on_last, company_ids FROM practices_at(day)
), told AS (
    SELECT DISTINCT i.row_id AS incident_id, o.table_name, o.row_id
    FROM evidence i JOIN evidence o ON o.url = i.url AND o.table_name IN ('cases', 'practices')
    WHERE i.table_name = 'incidents'
)
SELECT i.incident_id || '~' || t.table_name || '~' || t.row_id AS link_id, i.incident_id, i.title AS incident,
       t.table_name, t.row_id, o.title, o.date, o.date_first, o.date_last,
       coalesce(o.date_first > i.date_last, false) AS is_later, i.company_ids, i.crafts, i.confidence
FROM told t
JOIN incidents i ON i.incident_id = t.incident_id AND (i.date_first <= day OR i.date_first IS NULL)
JOIN other o ON o.table_name = t.table_name AND o.row_id = t.row_id
WHERE list_has_any(cell_items(i.company_ids), cell_items(o.company_ids));
