-- What each record is called where it is linked, cited or listed. A table that is not named here is
-- called by its title, name, label or number (`etl/links.py`).
CREATE TABLE record_names AS
WITH words AS (SELECT vocabulary AS list_name, value, label FROM vocabulary),
bill AS (SELECT bill_id, jurisdiction || ' ' || number AS short, title FROM core.bills)
SELECT 'bills' AS table_name, bill_id AS row_id, short || ': ' || title AS name FROM bill
UNION ALL
SELECT 'bill_dates', d.bill_date_id, b.short || ': ' || w.label
FROM core.bill_dates d JOIN bill b USING (bill_id) JOIN words w ON w.list_name = 'bill_date_kinds' AND w.value = d.kind
UNION ALL
SELECT 'bill_events', e.event_id, b.short || ': ' || if(e.kind = 'other', 'news', w.label)
FROM core.bill_events e JOIN bill b USING (bill_id) JOIN words w ON w.list_name = 'bill_event_kinds' AND w.value = e.kind
UNION ALL
SELECT 'bill_links', l.bill_link_id, b.short || ' · ' || lower(w.label) || ' · ' || o.short
FROM core.bill_links l JOIN bill b USING (bill_id) JOIN bill o ON o.bill_id = l.other_bill_id
JOIN words w ON w.list_name = 'bill_link_kinds' AND w.value = l.kind
UNION ALL
SELECT 'sessions', s.session_id, j.name || ', session ' || s.session FROM core.sessions s JOIN core.jurisdictions j USING (jurisdiction)
UNION ALL
SELECT 'state_year_counts', s.count_id, j.name || ' ' || s.year || ': ' || s.scope
FROM core.state_year_counts s JOIN core.jurisdictions j USING (jurisdiction)
UNION ALL
SELECT 'agreements', a.agreement_id, u.short_name || ': ' || a.title FROM core.agreements a JOIN core.unions u USING (union_id)
UNION ALL
SELECT 'provisions', p.provision_id, k.label || ': ' || a.title
FROM core.provisions p JOIN core.agreements a USING (agreement_id) JOIN core.protections k USING (protection)
UNION ALL
SELECT 'demands', d.demand_id, k.label || ': ' || lower(w.label) || ', ' || a.title
FROM core.demands d JOIN core.agreements a USING (agreement_id) JOIN core.protections k USING (protection)
JOIN words w ON w.list_name = 'demand_outcomes' AND w.value = d.outcome
UNION ALL
SELECT 'judgements', g.judgement_id, k.label || ': ' || lower(w.label) || ', ' || coalesce(a.title, j.name)
FROM core.judgements g JOIN core.protections k USING (protection)
JOIN words w ON w.list_name = 'findings' AND w.value = g.finding
LEFT JOIN core.agreements a USING (agreement_id) LEFT JOIN core.jurisdictions j ON j.jurisdiction = g.jurisdiction
UNION ALL
SELECT 'bargaining_events', e.event_id, u.short_name || ': ' || if(e.kind = 'other', 'news', w.label)
FROM core.bargaining_events e JOIN core.unions u USING (union_id) JOIN words w ON w.list_name = 'bargaining_kinds' AND w.value = e.kind
UNION ALL
SELECT 'case_parties', p.case_party_id, p.name || ' · ' || lower(w.label) || ' · ' || c.short_name
FROM core.case_parties p JOIN core.cases c USING (case_id) JOIN words w ON w.list_name = 'party_sides' AND w.value = p.side
UNION ALL
SELECT 'rulings', r.ruling_id, c.short_name || ': ruling on ' || lower(left(w.label, 1)) || substr(w.label, 2)
FROM core.rulings r JOIN core.cases c USING (case_id) JOIN words w ON w.list_name = 'doctrines' AND w.value = r.doctrine
UNION ALL
SELECT 'case_events', e.event_id, c.short_name || ': ' || if(e.kind = 'other', 'news', w.label)
FROM core.case_events e JOIN core.cases c USING (case_id) JOIN words w ON w.list_name = 'case_event_kinds' AND w.value = e.kind
UNION ALL
SELECT 'practices', p.practice_id, c.name || ': ' || p.title FROM core.practices p JOIN core.companies c USING (company_id)
UNION ALL
SELECT 'practice_parties', q.practice_party_id, q.name || ' · ' || lower(w.label) || ' · ' || p.title
FROM core.practice_parties q JOIN core.practices p USING (practice_id) JOIN words w ON w.list_name = 'deal_roles' AND w.value = q.role
UNION ALL
SELECT 'practice_events', e.event_id, p.title || ': ' || w.label
FROM core.practice_events e JOIN core.practices p USING (practice_id) JOIN words w ON w.list_name = 'practice_steps' AND w.value = e.kind
UNION ALL
SELECT 'transparency_scores', t.score_id, c.name || ': ' || t.index_name || ' ' || t.year
FROM core.transparency_scores t JOIN core.companies c USING (company_id)
UNION ALL
SELECT 'transparency_indicators', t.indicator_id, c.name || ' ' || t.year || ': ' || t.indicator
FROM core.transparency_indicators t JOIN core.companies c USING (company_id)
UNION ALL
SELECT 'letter_counts', t.count_id, l.title || ': ' || format('{:,}', t.signatures) || ' signatures'
FROM core.letter_counts t JOIN core.letters l USING (letter_id)
UNION ALL
SELECT 'signatures', g.signature_id, p.name || ' · ' || lower(w.label) || ' · ' || l.title
FROM core.signatures g JOIN core.letters l USING (letter_id) JOIN core.signatories p USING (signatory_id)
JOIN words w ON w.list_name = 'signature_roles' AND w.value = g.role
UNION ALL
SELECT 'coalition_events', e.event_id, 'Creators Coalition on AI: ' || lower(w.label)
FROM core.coalition_events e JOIN words w ON w.list_name = 'coalition_kinds' AND w.value = e.kind
UNION ALL
SELECT 'development_subjects', s.development_subject_id, d.title || ' · touches · ' || s.row_id
FROM core.development_subjects s JOIN core.developments d USING (development_id)
UNION ALL
SELECT 'corrections', c.correction_id, d.title || ', ' || c.record_id || ': ' || coalesce(c.column_name || ' corrected', 'taken out')
FROM core.corrections c JOIN domains d USING (table_name);
