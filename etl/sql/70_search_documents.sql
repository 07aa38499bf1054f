-- What the search can find: one row a record. `name` is what people call it by, `numbers` what clerks
-- do (a bill number, a docket), `other_names` what some call it (the full name of a union, the id that
-- stands for New York Times as nyt), `about` whom and where it concerns, `body` all else said of it.
-- `weight`, from 0 to 1, is how likely people mean this record when others match as well; among equals
-- the newer goes first.
-- Parts of a record (the parties of a case, the dates of a bill) are found through their record.
CREATE MACRO search_label(list_name, item) AS (
    SELECT label FROM vocabulary v WHERE v.vocabulary = list_name AND v.value = item
);
CREATE MACRO search_ids(cell) AS translate(cell, '_|', '  ');

CREATE TABLE search_documents AS
WITH deal AS (
    SELECT practice_id, string_agg(name, ' ' ORDER BY practice_party_id) AS parties FROM core.practice_parties GROUP BY 1
), every AS (
    SELECT 'bills' AS table_name, bill_id AS row_id, jurisdiction || ' ' || number || ': ' || title AS title,
           concat_ws(' · ', jurisdiction_name, search_label('bill_statuses', status), coalesce(enacted_on, introduced_on, 'session ' || session)) AS subtitle,
           title AS name, number AS numbers, concat_ws(' ', jurisdiction, jurisdiction_name, citation) AS about,
           concat_ws(' ', 'bill law act statute', search_ids(topics), search_ids(protections), search_ids(crafts), summary, challenge) AS body,
           CASE status WHEN 'enacted' THEN .95 WHEN 'passed_legislature' THEN .8 WHEN 'passed_one_chamber' THEN .7 WHEN 'introduced' THEN .6 ELSE .4 END AS weight, coalesce(enacted_on_first, effective_first, introduced_first, last_action_first) AS day
    FROM bills
    UNION ALL BY NAME
    SELECT 'cases' AS table_name, case_id AS row_id, short_name AS title,
           concat_ws(' · ', court, search_label('case_statuses', status), 'filed ' || filed_on, docket_number) AS subtitle,
           short_name AS name, docket_number AS numbers, case_id AS other_names, concat_ws(' ', caption, plaintiffs, defendants, court, 'judge ' || judge, country) AS about,
           concat_ws(' ', 'case lawsuit suit', search_ids(works), search_ids(claims), search_ids(protections), search_ids(plaintiff_class), outcome) AS body,
           if(status = 'consolidated', .6, .9) AS weight, filed_on_first AS day
    FROM cases
    UNION ALL BY NAME
    SELECT 'rulings' AS table_name, ruling_id AS row_id, short_name || ': ' || search_label('doctrines', doctrine) AS title,
           concat_ws(' · ', search_label('directions', direction), search_label('finality', finality), date) AS subtitle,
           concat_ws(' ', short_name, search_label('doctrines', doctrine)) AS name, 'ruling decision opinion' AS about,
           concat_ws(' ', summary, search_ids(protections)) AS body, .6 AS weight, date_first AS day
    FROM rulings
    UNION ALL BY NAME
    SELECT 'case_events' AS table_name, event_id AS row_id, short_name || ': ' || search_label('case_event_kinds', kind) AS title,
           concat_ws(' · ', date, left(summary, 90)) AS subtitle, short_name AS about, summary AS body, .25 AS weight, date_first AS day
    FROM case_events
    UNION ALL BY NAME
    SELECT 'bill_events' AS table_name, event_id AS row_id, b.jurisdiction || ' ' || b.number || ': ' || search_label('bill_event_kinds', kind) AS title,
           concat_ws(' · ', e.date, left(e.summary, 90)) AS subtitle,
           concat_ws(' ', b.number, b.title, b.jurisdiction, b.jurisdiction_name) AS about, e.summary AS body, .25 AS weight, e.date_first AS day
    FROM core.bill_events e JOIN bills b USING (bill_id)
    UNION ALL BY NAME
    SELECT 'federal_actions' AS table_name, action_id AS row_id, title,
           concat_ws(' · ', search_label('federal_bodies', body), status, date) AS subtitle,
           title AS name, concat_ws(' ', search_label('federal_bodies', body), 'US federal', search_label('federal_kinds', kind)) AS about,
           concat_ws(' ', summary, search_ids(protections)) AS body, .7 AS weight, date_first AS day
    FROM core.federal_actions
    UNION ALL BY NAME
    SELECT 'jurisdictions' AS table_name, jurisdiction AS row_id, name AS title, search_label('jurisdiction_kinds', kind) AS subtitle,
           name, jurisdiction AS numbers, .9 AS weight
    FROM core.jurisdictions
    UNION ALL BY NAME
    SELECT 'courts' AS table_name, court_id AS row_id, c.name AS title, concat_ws(' · ', search_label('court_levels', level), country) AS subtitle,
           c.name, concat_ws(' ', court_id, regexp_extract(c.name, ' ([NSEWC])\.D\. ', 1) || 'D' || s.jurisdiction) || ' ' || replace(replace(replace(replace(replace(c.name, 'N.D.', 'Northern District'), 'S.D.', 'Southern District'),
               'E.D.', 'Eastern District'), 'W.D.', 'Western District'), 'C.D.', 'Central District') AS other_names, country AS about, .5 AS weight
    FROM core.courts c LEFT JOIN core.jurisdictions s ON regexp_matches(c.name, ' [NSEWC]\.D\. ') AND ends_with(c.name, '.D. ' || s.name)
    UNION ALL BY NAME
    SELECT 'countries' AS table_name, country AS row_id, name AS title, country AS subtitle, name, country AS numbers, if(country = 'GB', 'UK', NULL) AS other_names, .5 AS weight
    FROM core.countries
    UNION ALL BY NAME
    SELECT 'unions' AS table_name, union_id AS row_id, short_name AS title, concat_ws(' · ', nullif(name, short_name), country) AS subtitle,
           short_name AS name, name AS other_names, 'union guild' AS about, concat_ws(' ', search_ids(crafts), country) AS body, 1 AS weight
    FROM core.unions
    UNION ALL BY NAME
    SELECT 'agreements' AS table_name, agreement_id AS row_id, union_name || ': ' || title AS title,
           concat_ws(' · ', search_label('sectors', sector), 'until ' || expires_on) AS subtitle,
           title AS name, concat_ws(' ', union_name, u.name, counterparty, search_label('sectors', sector)) AS about,
           concat_ws(' ', 'agreement contract collective', search_ids(a.crafts), summary) AS body, if(replaced_on IS NULL, .85, .6) AS weight, binds_first AS day
    FROM agreements a JOIN core.unions u USING (union_id)
    UNION ALL BY NAME
    SELECT 'provisions' AS table_name, provision_id AS row_id, p.label || ': ' || agreement AS title,
           concat_ws(' · ', union_name, search_label('strengths', strength), clause_ref) AS subtitle,
           p.label AS name, search_ids(protection) AS other_names, concat_ws(' ', agreement, union_name) AS about,
           concat_ws(' ', 'clause provision', summary, search_ids(crafts), search_label('sectors', sector)) AS body, .55 AS weight
    FROM provisions JOIN core.protections p USING (protection)
    UNION ALL BY NAME
    SELECT 'demands' AS table_name, demand_id AS row_id, p.label || ': ' || agreement AS title,
           concat_ws(' · ', union_name, search_label('demand_outcomes', outcome)) AS subtitle,
           p.label AS name, search_ids(protection) AS other_names, concat_ws(' ', agreement, union_name) AS about,
           concat_ws(' ', 'demand', summary) AS body, .4 AS weight
    FROM demands JOIN core.protections p USING (protection)
    UNION ALL BY NAME
    SELECT 'judgements' AS table_name, judgement_id AS row_id, p.label || ': ' || coalesce(a.title, s.name) AS title,
           concat_ws(' · ', search_label('findings', finding), 'looked ' || looked_on) AS subtitle,
           concat_ws(' ', p.label, a.title, s.name, search_ids(protection)) AS about, j.summary AS body, .1 AS weight
    FROM core.judgements j JOIN core.protections p USING (protection)
    LEFT JOIN core.agreements a USING (agreement_id) LEFT JOIN core.jurisdictions s ON s.jurisdiction = j.jurisdiction
    UNION ALL BY NAME
    SELECT 'bargaining_events' AS table_name, event_id AS row_id, u.short_name || ': ' || search_label('bargaining_kinds', e.kind) AS title,
           concat_ws(' · ', e.date, left(e.summary, 90)) AS subtitle,
           concat_ws(' ', u.short_name, u.name, a.title) AS about, e.summary AS body, .25 AS weight, e.date_first AS day
    FROM core.bargaining_events e JOIN core.unions u USING (union_id) LEFT JOIN core.agreements a USING (agreement_id)
    UNION ALL BY NAME
    SELECT 'companies' AS table_name, company_id AS row_id, c.name AS title,
           concat_ws(' · ', nullif(search_label('company_kinds', kind), 'Other'), 'part of ' || coalesce(p.name, c.parent_name), c.country) AS subtitle,
           c.name, company_id AS other_names, coalesce(p.name, c.parent_name) AS about, 'company' AS body, .97 AS weight
    FROM core.companies c LEFT JOIN (SELECT company_id AS parent_id, name FROM core.companies) p USING (parent_id)
    UNION ALL BY NAME
    SELECT 'practices' AS table_name, practice_id AS row_id, p.title,
           concat_ws(' · ', company, search_label('practice_kinds', kind), announced_on) AS subtitle,
           p.title AS name, concat_ws(' ', company, parties) AS about,
           concat_ws(' ', search_label('practice_kinds', kind), search_ids(media), search_ids(uses), search_ids(protections), summary) AS body, .6 AS weight, announced_on_first AS day
    FROM practices p LEFT JOIN deal USING (practice_id)
    UNION ALL BY NAME
    SELECT 'incidents' AS table_name, incident_id AS row_id, title, concat_ws(' · ', replace(companies, '|', ', '), date) AS subtitle,
           title AS name, companies AS about, concat_ws(' ', 'incident', search_ids(harms), search_ids(crafts), summary, outcome) AS body, .65 AS weight, date_first AS day
    FROM incidents
    UNION ALL BY NAME
    SELECT 'ai_crawlers' AS table_name, crawler_id AS row_id, bot AS title,
           concat_ws(' · ', operator, search_label('crawler_uses', use_class)) AS subtitle, bot AS name, operator AS about, 'crawler bot robots' AS body, .5 AS weight
    FROM core.ai_crawlers
    UNION ALL BY NAME
    SELECT 'transparency_scores' AS table_name, score_id AS row_id, c.name || ': ' || index_name || ' ' || year AS title,
           score || ' of ' || max_score AS subtitle, c.name || ' ' || index_name || ' ' || year AS about, .2 AS weight
    FROM core.transparency_scores JOIN core.companies c USING (company_id)
    UNION ALL BY NAME
    SELECT 'letters' AS table_name, letter_id AS row_id, title, concat_ws(' · ', organizer, launched_on) AS subtitle,
           title AS name, organizer AS about,
           concat_ws(' ', 'letter', search_label('letter_kinds', kind), addressed_to, search_ids(demands), summary) AS body, .7 AS weight, launched_on_first AS day
    FROM core.letters
    UNION ALL BY NAME
    SELECT 'signatories' AS table_name, signatory_id AS row_id, name AS title,
           coalesce(known_for, organization, search_label('crafts', primary_craft)) AS subtitle,
           name, concat_ws(' ', known_for, organization) AS about, concat_ws(' ', search_ids(primary_craft), country, 'signatory signer') AS body, .6 AS weight
    FROM core.signatories
    UNION ALL BY NAME
    SELECT 'coalition_events' AS table_name, event_id AS row_id, 'Creators Coalition on AI: ' || search_label('coalition_kinds', kind) AS title,
           concat_ws(' · ', date, left(summary, 90)) AS subtitle, 'Creators Coalition on AI CCAI' AS about, summary AS body, .3 AS weight, date_first AS day
    FROM core.coalition_events
    UNION ALL BY NAME
    SELECT 'developments' AS table_name, development_id AS row_id, title, concat_ws(' · ', search_label('development_kinds', kind), date) AS subtitle,
           title AS name, concat_ws(' ', country, jurisdiction) AS about, summary AS body, .55 AS weight, date_first AS day
    FROM core.developments
    UNION ALL BY NAME
    SELECT 'crafts' AS table_name, craft AS row_id, label AS title, definition AS subtitle, label AS name, search_ids(craft) AS other_names, definition AS body, .95 AS weight
    FROM core.crafts
    UNION ALL BY NAME
    SELECT 'protections' AS table_name, protection AS row_id, label AS title, definition AS subtitle,
           label AS name, search_ids(protection) AS other_names, 'protection' AS about, definition AS body, .95 AS weight
    FROM core.protections
    UNION ALL BY NAME
    SELECT 'pillars' AS table_name, pillar AS row_id, label AS title, definition AS subtitle, label AS name, 'pillar' AS about, definition AS body, .8 AS weight
    FROM core.pillars
)
SELECT row_number() OVER (ORDER BY weight DESC, day DESC NULLS LAST, table_name, row_id)::INTEGER AS document_id,
       table_name, row_id, title, nullif(subtitle, '') AS subtitle, name, numbers, other_names, about, body, weight::FLOAT AS weight
FROM every;
