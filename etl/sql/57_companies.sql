-- A company's whole picture. What a subsidiary does stands with the subsidiary and with every parent
-- above it, once; `party` says whose it is.
CREATE TABLE company_family AS
WITH RECURSIVE up AS (
    SELECT company_id, company_id AS member_id FROM core.companies
    UNION
    SELECT c.parent_id, up.member_id FROM up JOIN core.companies c USING (company_id) WHERE c.parent_id IS NOT NULL
)
SELECT up.company_id, k.name AS company, up.member_id, m.name AS member
FROM up
JOIN core.companies k USING (company_id)
JOIN core.companies m ON m.company_id = up.member_id;

CREATE TABLE company_sides AS
SELECT f.company_id, f.company, p.case_id, p.side, string_agg(DISTINCT f.member, '|' ORDER BY f.member) AS party
FROM core.case_parties p JOIN company_family f ON f.member_id = p.company_id
GROUP BY ALL;

CREATE MACRO company_suits_at(day) AS TABLE
SELECT s.company_id || ':' || s.side || ':' || s.case_id AS suit_id, s.company_id, s.company, s.party, s.side,
       c.case_id, c.short_name, c.filed_on AS date, c.filed_on_first AS date_first, c.filed_on_last AS date_last,
       c.filed_on_precision AS date_precision, c.plaintiffs, c.defendants, c.status, c.is_active, c.stage, c.outcome,
       c.settlement_usd, c.last_ruling, c.court, c.country, c.protections, c.confidence, c.caution, c.source_url, c.source_urls,
       'cases' AS table_name, c.case_id AS row_id
FROM company_sides s JOIN cases_at(day) c USING (case_id);

-- The part that a company has in a practice. A deal is a licence, or whatever else has a buyer and a seller.
CREATE TABLE company_parts AS
WITH parts AS (
    SELECT f.company_id, f.company, q.practice_id, q.role, f.member, p.kind AS practice_kind,
           p.kind IN ('license_deal', 'settlement_license') AS is_licence,
           bool_or(q.role IN ('buyer', 'seller')) OVER w AS trades,
           bool_or(p.company_id = f.member_id) OVER w AS is_own
    FROM core.practice_parties q
    JOIN core.practices p USING (practice_id)
    JOIN company_family f ON f.member_id = q.company_id
    WINDOW w AS (PARTITION BY f.company_id, q.practice_id)
)
SELECT company_id, company, practice_id, is_own,
       CASE
           WHEN trades THEN 'deal_' || role
           WHEN is_licence THEN 'deal_other'
           WHEN is_own AND practice_kind IN ('consent_policy', 'opt_in_tool', 'opt_out_tool', 'likeness_control', 'provenance_label',
                                             'training_disclosure', 'certification', 'ai_use_guideline') THEN 'policy'
           ELSE 'act'
       END AS kind,
       string_agg(DISTINCT member, '|' ORDER BY member) AS party
FROM parts WHERE NOT trades OR role IN ('buyer', 'seller')
GROUP BY ALL;

CREATE MACRO company_deals_at(day) AS TABLE
SELECT c.company_id || ':' || c.kind || ':' || c.practice_id AS deal_id, c.company_id, c.company, c.party, c.kind AS side,
       CASE c.kind WHEN 'deal_buyer' THEN p.sellers WHEN 'deal_seller' THEN p.buyers ELSE p.counterparties END AS counterparties,
       p.practice_id, p.title, p.kind, p.announced_on AS date, p.announced_on_first AS date_first, p.announced_on_last AS date_last,
       p.announced_on_precision AS date_precision, p.uses, p.amount_usd, p.standing, p.creators_opt_in, p.terms_disclosed,
       p.protections, p.summary, p.confidence, p.caution, p.source_url, p.source_urls,
       'practices' AS table_name, p.practice_id AS row_id
FROM company_parts c JOIN practices_at(day) p USING (practice_id)
WHERE starts_with(c.kind, 'deal_');

-- Who signs a letter under the name of a company, and whom a letter names as its addressee.
CREATE TABLE company_letters AS
SELECT f.company_id, f.company, g.letter_id, 'letter' AS kind, string_agg(DISTINCT f.member, '|' ORDER BY f.member) AS party
FROM core.signatures g
JOIN core.signatories s ON s.signatory_id = g.signatory_id AND s.kind = 'organization'
JOIN company_family f ON lower(f.member) = lower(s.name)
WHERE g.role <> 'participant'
GROUP BY ALL
UNION ALL
SELECT f.company_id, f.company, l.letter_id, 'letter_to', string_agg(DISTINCT f.member, '|' ORDER BY f.member)
FROM core.letters l
JOIN company_family f ON regexp_matches(l.addressed_to, '\b' || regexp_escape(f.member) || '\b')
GROUP BY ALL;

-- Everything on record in which a company has a part.
CREATE MACRO company_acts_at(day) AS TABLE
WITH acts AS (
    SELECT company_id, company, party, if(side = 'defendant', 'suit_against', 'suit_by') AS kind, date, short_name AS title,
           outcome AS summary, status AS standing, protections, confidence, source_url, table_name, row_id
    FROM company_suits_at(day)
    UNION ALL BY NAME
    SELECT s.company_id, s.company, string_agg(DISTINCT s.party, '|') AS party, 'ruling' AS kind, r.date, r.short_name AS title, r.summary,
           r.protections, r.confidence, r.source_url, 'rulings' AS table_name, r.ruling_id AS row_id
    FROM company_sides s JOIN rulings r USING (case_id) WHERE r.date_first <= day
    GROUP BY ALL
    UNION ALL BY NAME
    SELECT c.company_id, c.company, c.party, c.kind, p.announced_on AS date, p.title, p.summary, p.standing, p.protections,
           p.confidence, p.source_url, 'practices' AS table_name, p.practice_id AS row_id
    FROM company_parts c JOIN practices_at(day) p USING (practice_id)
    UNION ALL BY NAME
    SELECT f.company_id, f.company, string_agg(DISTINCT f.member, '|' ORDER BY f.member) AS party, 'incident' AS kind,
           i.date, i.title, i.summary, i.confidence, i.source_url, 'incidents' AS table_name, i.incident_id AS row_id
    FROM incidents i JOIN company_family f ON list_contains(cell_items(i.company_ids), f.member_id)
    WHERE i.date_first IS NULL OR i.date_first <= day
    GROUP BY ALL
    UNION ALL BY NAME
    SELECT c.company_id, c.company, c.party, c.kind, l.launched_on AS date, l.title, l.summary, l.protections, l.confidence,
           l.source_url, 'letters' AS table_name, l.letter_id AS row_id
    FROM company_letters c JOIN letters_at(day) l USING (letter_id)
)
SELECT company_id || ':' || kind || ':' || row_id AS act_id, company_id, company, party, kind, date, edtf_first(date) AS date_first,
       edtf_last(date) AS date_last, edtf_precision(date) AS date_precision, title, summary, standing, protections, confidence,
       source_url, table_name, row_id
FROM acts;

-- Contracts name an employer, or a group that bargains for its members.
CREATE TABLE company_employers AS
WITH sides AS (
    SELECT agreement_id, trim(unnest(string_split_regex(counterparty, ',| and | / |\(|\)'))) AS employer FROM core.agreements
), bound AS (
    SELECT s.agreement_id, c.company_id, 'same' AS link, NULL AS through, NULL AS employer_id
    FROM sides s JOIN core.companies c ON lower(c.name) = lower(s.employer)
    UNION ALL
    SELECT s.agreement_id, e.company_id, e.link, if(e.link = 'member', e.employer, NULL), e.employer_id
    FROM sides s JOIN core.employers e USING (employer)
)
SELECT f.company_id, f.company, b.agreement_id, b.link, b.through,
       string_agg(DISTINCT f.member, '|' ORDER BY f.member) AS party, min(b.employer_id) AS employer_id
FROM bound b JOIN company_family f ON f.member_id = b.company_id
GROUP BY ALL;

CREATE MACRO company_contracts_at(day) AS TABLE
WITH clauses AS (
    SELECT agreement_id, count(*) AS clauses FROM provisions WHERE strength IN ('strong', 'partial') GROUP BY 1
)
SELECT c.company_id || ':' || c.link || ':' || c.agreement_id AS contract_id, c.company_id, c.company, c.party, c.link, c.through,
       a.agreement_id, a.union_id, a.union_name, a.title, a.counterparty, a.sector, a.status, a.effective_on, a.expires_on,
       coalesce(n.clauses, 0) AS clauses,
       -- no surer than the weaker of the two: the contract, and that it is this company's
       ['official', 'confirmed', 'single', 'unconfirmed'][greatest(
           list_position(['official', 'confirmed', 'single', 'unconfirmed'], a.confidence),
           coalesce(list_position(['official', 'confirmed', 'single', 'unconfirmed'], e.confidence), 1))] AS confidence,
       a.source_url, e.source_url AS membership_url, 'agreements' AS table_name, a.agreement_id AS row_id
FROM company_employers c
JOIN agreements_at(day) a USING (agreement_id)
LEFT JOIN clauses n USING (agreement_id)
LEFT JOIN row_sources e ON e.table_name = 'employers' AND e.row_id = c.employer_id;

-- What a company announced, beside what the record shows, by protection. A suit is a claim, not a finding.
-- A harm stands beside the protection whose lack it shows, where there is one.
CREATE MACRO company_promises_at(day) AS TABLE
WITH acts AS (SELECT * FROM company_acts_at(day)),
own AS (
    SELECT a.*, p.stance, p.kind AS practice_kind FROM acts a
    JOIN core.practices p ON p.practice_id = a.row_id
    JOIN company_parts c ON c.company_id = a.company_id AND c.practice_id = a.row_id AND c.kind = a.kind
    WHERE a.table_name = 'practices' AND c.is_own
), harms AS (
    SELECT incident_id, list_distinct(list_filter(list_transform(cell_items(harms), lambda h: CASE h
               WHEN 'likeness' THEN 'likeness_consent' WHEN 'voice_clone' THEN 'likeness_consent' WHEN 'deepfake' THEN 'deepfake_remedy'
               WHEN 'training_without_consent' THEN 'training_consent' WHEN 'disclosure_failure' THEN 'use_disclosure' END),
               lambda p: p IS NOT NULL)) AS protections
    FROM core.incidents
), indicators AS (
    SELECT company_id, year, sum(score)::INT AS disclosed, count(*) AS asked FROM core.transparency_indicators GROUP BY ALL
), scored AS (
    SELECT f.company_id, f.company, f.member AS party, 'record' AS side, 'index' AS kind, t.year::VARCHAR AS date,
           t.index_name || ' ' || t.year || ': ' || t.score || ' of ' || t.max_score || ' points' AS title,
           coalesce(i.disclosed || ' of ' || i.asked || ' indicators on data disclosed.', 'The totals alone are on record.') AS summary,
           ['training_transparency'] AS shown_for, t.confidence, t.source_url, 'transparency_scores' AS table_name, t.score_id AS row_id
    FROM transparency_scores t
    JOIN company_family f ON f.member_id = t.company_id
    LEFT JOIN indicators i ON i.company_id = t.company_id AND i.year = t.year
    WHERE make_date(t.year, 1, 1) <= day
    QUALIFY row_number() OVER (PARTITION BY f.company_id, t.company_id, t.index_name ORDER BY t.year DESC) = 1
), told AS (
    SELECT company_id, company, party, 'promise' AS side, 'policy' AS kind, date, title, summary, standing,
           cell_items(protections) AS shown_for, confidence, source_url, table_name, row_id
    FROM own WHERE kind = 'policy' AND stance IN ('advances', 'mixed')
    UNION ALL BY NAME
    SELECT company_id, company, party, 'promise' AS side, kind, date, title, summary, standing, cell_items(protections) AS shown_for,
           confidence, source_url, table_name, row_id
    FROM acts WHERE kind = 'letter'
    UNION ALL BY NAME
    SELECT company_id, company, party, 'record' AS side, kind, date, title, summary, standing, cell_items(protections) AS shown_for,
           confidence, source_url, table_name, row_id
    FROM own WHERE stance = 'undermines'
    UNION ALL BY NAME
    SELECT company_id, company, party, 'record' AS side, kind, date, title, summary, standing, cell_items(protections) AS shown_for,
           confidence, source_url, table_name, row_id
    FROM acts WHERE kind = 'suit_against'
    UNION ALL BY NAME
    SELECT a.company_id, a.company, a.party, 'record' AS side, a.kind, a.date, a.title, a.summary, h.protections AS shown_for, a.confidence,
           a.source_url, a.table_name, a.row_id
    FROM acts a JOIN harms h ON h.incident_id = a.row_id WHERE a.kind = 'incident'
    UNION ALL BY NAME
    SELECT * FROM scored
), each_one AS (
    SELECT * EXCLUDE (shown_for), unnest(if(len(shown_for) > 0, shown_for, [NULL::VARCHAR])) AS protection FROM told
)
SELECT o.company_id || ':' || o.kind || ':' || o.row_id || ':' || coalesce(o.protection, 'none') AS promise_id, o.company_id, o.company,
       o.party, p.pillar, o.protection, o.side, o.kind, o.date, edtf_first(o.date) AS date_first, edtf_last(o.date) AS date_last,
       edtf_precision(o.date) AS date_precision, o.title, o.standing, o.summary, o.confidence, o.source_url, o.table_name, o.row_id
FROM each_one o LEFT JOIN core.protections p ON p.protection = o.protection;

-- One row for each company: what is on record, subsidiaries included. Never a grade.
CREATE MACRO company_counts_at(day) AS TABLE
WITH acts AS (
    SELECT company_id, count(DISTINCT (table_name, row_id)) FILTER (kind <> 'ruling' AND kind <> 'letter_to') AS records,
           count(*) FILTER (kind = 'suit_against') AS suits_against,
           count(*) FILTER (kind = 'suit_against' AND standing IN ('pending', 'stayed')) AS suits_open,
           count(*) FILTER (kind = 'suit_by') AS suits_by,
           count(*) FILTER (kind = 'suit_against' AND standing = 'settled') AS settled,
           count(*) FILTER (kind = 'ruling') AS rulings,
           count(DISTINCT row_id) FILTER (starts_with(kind, 'deal_')) AS deals,
           count(*) FILTER (kind = 'deal_buyer') AS deals_buyer, count(*) FILTER (kind = 'deal_seller') AS deals_seller,
           count(*) FILTER (kind = 'policy') AS policies, count(*) FILTER (kind = 'act') AS other_acts,
           count(*) FILTER (kind = 'policy' AND standing = 'ended') AS policies_ended,
           count(*) FILTER (kind = 'incident') AS incidents, count(*) FILTER (kind = 'letter') AS letters,
           count(DISTINCT (table_name, row_id)) FILTER (confidence = 'unconfirmed' AND kind <> 'ruling' AND kind <> 'letter_to') AS unconfirmed
    FROM company_acts_at(day) GROUP BY 1
), suits AS (
    SELECT company_id, sum(settlement_usd) AS settlements_usd FROM company_suits_at(day) WHERE side = 'defendant' GROUP BY 1
), deals AS (
    -- a settlement is counted with the suits
    SELECT company_id, sum(amount_usd) AS deals_usd, count(amount_usd) AS deals_with_sum
    FROM (SELECT DISTINCT company_id, practice_id, amount_usd FROM company_deals_at(day) WHERE kind <> 'settlement_license')
    GROUP BY 1
), contracts AS (
    SELECT company_id, count(DISTINCT agreement_id) AS contracts FROM company_contracts_at(day) WHERE status = 'in_force' GROUP BY 1
), crawlers AS (
    SELECT f.company_id, count(*) AS crawlers FROM core.ai_crawlers a JOIN company_family f ON f.member_id = a.company_id GROUP BY 1
), scores AS (
    SELECT f.company_id, arg_max((t.year, t.score, t.max_score), (t.year, t.score)) AS latest
    FROM core.transparency_scores t JOIN company_family f ON f.member_id = t.company_id
    WHERE make_date(t.year, 1, 1) <= day GROUP BY 1
), families AS (
    SELECT company_id, string_agg(member_id, '|' ORDER BY member_id) AS family_ids,
           string_agg(member, '|' ORDER BY member) FILTER (member_id <> company_id) AS subsidiaries
    FROM company_family GROUP BY 1
)
SELECT c.company_id, c.name AS company, c.kind, c.country, c.parent_id, k.name AS parent, f.family_ids, f.subsidiaries,
       coalesce(a.records, 0) AS records, coalesce(a.suits_against, 0) AS suits_against, coalesce(a.suits_open, 0) AS suits_open,
       coalesce(a.settled, 0) AS settled, s.settlements_usd, coalesce(a.suits_by, 0) AS suits_by, coalesce(a.rulings, 0) AS rulings,
       coalesce(a.deals, 0) AS deals, coalesce(a.deals_buyer, 0) AS deals_buyer, coalesce(a.deals_seller, 0) AS deals_seller,
       coalesce(d.deals_with_sum, 0) AS deals_with_sum, d.deals_usd, coalesce(a.policies, 0) AS policies,
       coalesce(a.policies_ended, 0) AS policies_ended,       coalesce(a.other_acts, 0) AS other_acts, coalesce(a.incidents, 0) AS incidents, coalesce(a.letters, 0) AS letters,
       coalesce(t.contracts, 0) AS contracts, coalesce(w.crawlers, 0) AS crawlers,
       r.latest[1] AS index_year, r.latest[2] AS index_score, r.latest[3] AS index_max, coalesce(a.unconfirmed, 0) AS unconfirmed
FROM core.companies c
JOIN families f USING (company_id)
LEFT JOIN core.companies k ON k.company_id = c.parent_id
LEFT JOIN acts a ON a.company_id = c.company_id
LEFT JOIN suits s ON s.company_id = c.company_id
LEFT JOIN deals d ON d.company_id = c.company_id
LEFT JOIN contracts t ON t.company_id = c.company_id
LEFT JOIN crawlers w ON w.company_id = c.company_id
LEFT JOIN scores r ON r.company_id = c.company_id;
