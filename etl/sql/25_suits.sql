-- How long suits take: each case, and each step that it reached, waits for, or ended without. Days are
-- counted from the middle of one date to the middle of the other, where both lie in one month. A ruling
-- or an event that is only reported is not a step. Open cases are still counting.
CREATE MACRO case_waits_at(day) AS TABLE
WITH step AS (
    SELECT case_id, 'dismissal_ruling' AS milestone, date, date_first, date_last, date_precision
    FROM rulings WHERE doctrine = 'pleading' AND confidence <> 'unconfirmed'
    UNION ALL
    SELECT case_id, 'answer', date, date_first, date_last, date_precision FROM rulings
    WHERE doctrine IN ('fair_use', 'fair_dealing', 'text_mining', 'infringement', 'authorship') AND confidence <> 'unconfirmed'
    UNION ALL
    SELECT case_id, 'appeal', date, date_first, date_last, date_precision FROM rulings
    WHERE level IN ('appeal', 'supreme') AND confidence <> 'unconfirmed'
    UNION ALL
    SELECT case_id, if(kind = 'appeal_filed', 'appeal', 'settlement'),
           date, date_first, date_last, date_precision
    FROM case_events WHERE kind IN ('appeal_filed', 'settlement_announced') AND confidence <> 'unconfirmed'
), first_step AS (
    SELECT case_id, milestone, arg_min({'date': date, 'date_first': date_first, 'date_last': date_last, 'date_precision': date_precision}, date_first) AS reached
    FROM step WHERE date_first <= day GROUP BY case_id, milestone
), wait AS (
    SELECT c.*, m.milestone, f.reached,
           CASE WHEN f.reached IS NOT NULL THEN 'reached' WHEN c.is_active THEN 'open' ELSE 'out' END AS wait,
           coalesce(c.filed_on_precision, '') IN ('day', 'month') AND coalesce(f.reached.date_precision IN ('day', 'month'), true) AS is_counted,
           c.filed_on_first + ((c.filed_on_last - c.filed_on_first) // 2)::INT AS filed_about
    FROM cases_at(day) c
    CROSS JOIN (SELECT unnest(['dismissal_ruling', 'answer', 'appeal', 'settlement']) AS milestone) m
    LEFT JOIN first_step f ON f.case_id = c.case_id AND f.milestone = m.milestone
)
SELECT case_id || '~' || milestone AS wait_id, case_id, short_name, milestone, wait, filed_on, reached.date AS reached_on,
       CASE
           WHEN NOT is_counted THEN NULL
           WHEN wait = 'reached' THEN greatest(0, reached.date_first + ((reached.date_last - reached.date_first) // 2)::INT - filed_about)
           WHEN wait = 'open' THEN greatest(0, day::DATE - filed_about)
       END AS days,
       status, stage, country, court_id, plaintiff_class, protections, company_ids, works, confidence AS case_confidence, source_url
FROM wait;

-- Settlements: what is public of each. A court approves the settlement of a class; most others need none.
CREATE MACRO settlements_at(day) AS TABLE
WITH told AS (
    SELECT case_id, kind, arg_min({'date': date, 'date_first': date_first, 'date_last': date_last}, date_first) AS reached,
           bool_or(confidence <> 'unconfirmed') AS is_sure, string_agg(summary, ' ' ORDER BY date_first) AS summary
    FROM case_events WHERE kind IN ('settlement_announced', 'settlement_approved') AND date_first <= day
    GROUP BY case_id, kind
)
SELECT c.case_id, c.short_name, a.reached.date AS date, a.reached.date_first AS date_first, a.reached.date_last AS date_last,
       p.reached.date AS approved_on, p.reached.date_first AS approved_on_first, p.reached.date_last AS approved_on_last,
       CASE WHEN p.is_sure THEN 'approved' WHEN a.is_sure THEN 'announced' ELSE 'reported' END AS step,
       c.status = 'settled' AS ends_the_case, c.settlement_usd, coalesce(nullif(concat_ws(' ', a.summary, p.summary), ''), c.outcome) AS summary,
       c.plaintiffs, c.defendants, c.plaintiff_class, c.status, c.country, c.court_id, c.protections, c.company_ids, c.works,
       c.confidence, c.caution, c.source_url, c.source_urls
FROM cases_at(day) c
LEFT JOIN told a ON a.case_id = c.case_id AND a.kind = 'settlement_announced'
LEFT JOIN told p ON p.case_id = c.case_id AND p.kind = 'settlement_approved'
WHERE a.case_id IS NOT NULL OR p.case_id IS NOT NULL OR (c.status = 'settled' AND c.last_event_on_first <= day);

-- Which cases belong together: heard inside one another, or with a party in common.
CREATE MACRO related_cases_at(day) AS TABLE
WITH here AS (
    SELECT case_id, short_name, consolidated_into, filed_on, status, confidence, source_url FROM cases_at(day)
), party AS (
    SELECT DISTINCT case_id, side, coalesce(company_id, lower(name)) AS who, name
    FROM core.case_parties WHERE kind <> 'unnamed' AND name NOT ILIKE 'other %'
), pair AS (
    SELECT case_id, consolidated_into AS other_case_id, 'heard_inside' AS relation, NULL AS shared
    FROM here WHERE consolidated_into IS NOT NULL
    UNION ALL
    SELECT consolidated_into, case_id, 'hears', NULL FROM here WHERE consolidated_into IS NOT NULL
    UNION ALL
    SELECT a.case_id, b.case_id, 'heard_together', NULL
    FROM here a JOIN here b ON a.consolidated_into = b.consolidated_into AND a.case_id <> b.case_id
    UNION ALL
    SELECT a.case_id, b.case_id, 'same_' || a.side, string_agg(DISTINCT a.name, '|' ORDER BY a.name)
    FROM party a JOIN party b ON a.side = b.side AND a.who = b.who AND a.case_id <> b.case_id
    GROUP BY a.case_id, b.case_id, a.side
)
SELECT p.case_id || '~' || p.relation || '~' || p.other_case_id AS link_id, p.case_id, c.short_name, p.relation,
       p.other_case_id, o.short_name AS other_case, p.shared, o.filed_on, o.status, o.confidence, o.source_url
FROM pair p
JOIN here c ON c.case_id = p.case_id
JOIN here o ON o.case_id = p.other_case_id;
