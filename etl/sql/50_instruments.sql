-- Everything that binds somebody, may come to bind, or was looked through: one row for each
-- protection and each stretch of time in which its effect stays the same.
-- `ends_before` is the first day on which a stretch no longer holds; `binds_as` is the effect that the
-- row has, or would have, once it binds.

-- How strong is a law? It does not say so itself, so this is worked out, and published in the method.
-- Not for creators: a law whose only subjects are elections, child abuse material, chatbots and the like.
-- A duty to label that stands in such a law labels election adverts or chatbots, not creative work.
CREATE MACRO law_is_for_others(topics, protection) AS
    list_has_any(cell_items(topics), ['election_deepfake', 'csam', 'chatbot', 'frontier_safety', 'taskforce_study'])
    AND len(list_filter(cell_items(topics), lambda t: t NOT IN
        ('election_deepfake', 'csam', 'chatbot', 'frontier_safety', 'taskforce_study', 'ai_disclosure', 'ticketing_or_platform', 'other')
        AND NOT (protection = 'use_disclosure' AND t IN ('right_of_publicity', 'intimate_deepfake', 'fraud_impersonation')))) = 0;

CREATE MACRO law_limit(topics, enforcement, protection) AS CASE
    WHEN law_is_for_others(topics, protection) THEN 'Protects voters, children or users of chatbots; not a right of creators as such.'
    WHEN len(list_filter(cell_items(topics), lambda t: t NOT IN ('intimate_deepfake', 'csam', 'ticketing_or_platform'))) = 0
        THEN 'Sexual images only.'
    WHEN len(list_filter(cell_items(topics), lambda t: t NOT IN ('fraud_impersonation', 'intimate_deepfake', 'csam', 'election_deepfake'))) = 0
        THEN 'Deceptive or sexual imitation only.'
    WHEN protection = 'contract_guard' THEN NULL
    WHEN NOT coalesce(list_contains(cell_items(enforcement), 'private_right'), false)
        THEN if(enforcement IS NULL, 'Who can enforce it is not on record.', 'Enforced by the state; no suit of your own on record.')
    WHEN protection IN ('likeness_consent', 'deepfake_remedy')
        AND NOT list_has_any(cell_items(topics), ['digital_replica', 'performer_contracts'])
        THEN 'A general right in name and likeness; it does not name digital doubles.'
    END;

CREATE TABLE instruments AS
WITH agreement_days AS (
    SELECT DISTINCT agreement_id,
           unnest([known_first, tentative_on_first, ratified_on_first, binds_first, replaced_on,
                   expires_on_last + 1, (as_of_last + INTERVAL 2 YEAR)::DATE + 1]) AS day
    FROM agreements
), terms AS (
    SELECT a.agreement_id, d.day AS starts_on,
           lead(d.day) OVER (PARTITION BY a.agreement_id ORDER BY d.day) AS ends_before,
           agreement_status_on(stated_status, tentative_on_first, ratified_on_first, binds_first, replaced_on,
                               expires_on_last, as_of_last, d.day) AS standing
    FROM agreements a JOIN agreement_days d ON d.agreement_id = a.agreement_id AND d.day >= a.known_first
), contracts AS (
    SELECT coalesce('provisions:' || split_part(c.provision_ids, '|', 1), 'demands:' || split_part(c.demand_ids, '|', 1),
                    'judgements:' || c.judgement_id, 'agreements:' || c.agreement_id) AS instrument_id,
           'contract' AS kind, 'agreements:' || c.agreement_id AS parent_id, c.protection, c.crafts,
           c.union_id, c.sector, u.country, NULL AS jurisdiction, c.union_name || ': ' || c.title AS title,
           c.summary, p.clause_ref AS place, c.source_url, c.confidence, t.standing,
           a.effective_on AS since, a.expires_on AS until, t.starts_on, t.ends_before,
           if(c.level IN ('strong', 'partial', 'weak'), c.level, NULL) AS binds_as,
           CASE
               WHEN t.standing = 'in_force' THEN CASE c.level
                   WHEN 'absent' THEN 'none_found' WHEN 'not_judged' THEN 'unknown' ELSE c.level END
               WHEN t.standing IN ('last_known', 'expired') THEN 'unknown'
               WHEN t.standing IN ('tentative', 'ratified') AND c.level IN ('strong', 'partial', 'weak') THEN 'pending'
           END AS effect,
           CASE
               WHEN t.standing = 'expired' THEN 'The term has ended; whether it goes on applying is not on record.'
               WHEN t.standing = 'last_known' THEN 'No end on record, and no source of the last two years.'
               WHEN t.standing = 'tentative' THEN 'Agreed at the table, not ratified as far as sources reach.'
               WHEN t.standing = 'ratified' THEN 'Ratified, not yet in force.'
               WHEN c.level = 'not_judged' AND c.summary IS NULL THEN 'Nobody has judged this contract on this question yet.'
           END AS remark
    FROM agreement_protections c
    JOIN terms t USING (agreement_id)
    JOIN agreements a USING (agreement_id)
    JOIN core.unions u ON u.union_id = c.union_id
    LEFT JOIN core.provisions p ON p.provision_id = split_part(c.provision_ids, '|', 1)
), bill_protections AS (
    SELECT b.*, p.protection, s.starts_first, o.passed_first,
           coalesce(s.starts_first, b.effective_first) AS binds_first,
           CASE b.status
               WHEN 'enacted' THEN coalesce(enacted_on_first, effective_first)
               WHEN 'vetoed' THEN vetoed_first
               WHEN 'failed' THEN coalesce(o.failed_first, last_action_first, session_last + 1)
               WHEN 'passed_legislature' THEN (session_last + INTERVAL 6 MONTH)::DATE + 1
               ELSE session_last + 1 END AS decided_first
    FROM bills b
    CROSS JOIN LATERAL (SELECT unnest(cell_items(b.protections)) AS protection) p
    LEFT JOIN (
        SELECT bill_id, protection, min(date_first) AS starts_first
        FROM core.bill_dates CROSS JOIN LATERAL (SELECT unnest(cell_items(only_for)) AS protection)
        WHERE kind = 'operative' GROUP BY ALL
    ) s ON s.bill_id = b.bill_id AND s.protection = p.protection
    LEFT JOIN (
        SELECT bill_id, min(date_first) FILTER (kind IN ('passed_chamber', 'passed_legislature')) AS passed_first,
               min(date_first) FILTER (kind = 'failed') AS failed_first
        FROM core.bill_events GROUP BY 1
    ) o ON o.bill_id = b.bill_id
), bill_days AS (
    SELECT DISTINCT bill_id, protection,
           unnest([known_first, passed_first, decided_first, enacted_on_first, binds_first, enjoined_first,
                   repealed_first, expires_last + 1,
                   if(status IN ('passed_one_chamber', 'passed_legislature'), coalesce(last_action_first, as_of_first), NULL)]) AS day
    FROM bill_protections
), stretches AS (
    SELECT b.*, d.day AS starts_on, lead(d.day) OVER (PARTITION BY b.bill_id, b.protection ORDER BY d.day) AS ends_before,
           bill_force_on(status, enacted_on_first, binds_first, enjoined_first, repealed_first, expires_last, d.day) AS standing,
           law_limit(topics, enforcement, b.protection) AS bounds
    FROM bill_protections b
    JOIN bill_days d ON d.bill_id = b.bill_id AND d.protection = b.protection AND d.day >= coalesce(b.known_first, d.day)
), laws AS (
    SELECT 'bills:' || bill_id AS instrument_id, 'law' AS kind, 'bills:' || bill_id AS parent_id, protection, crafts,
           NULL AS union_id, NULL AS sector, 'US' AS country, jurisdiction, jurisdiction || ' ' || number || ': ' || title AS title,
           summary, citation AS place, source_url, confidence, standing,
           coalesce(effective_on, enacted_on) AS since, coalesce(repealed_on, expires_on) AS until, starts_on, ends_before,
           CASE WHEN law_is_for_others(topics, protection) THEN NULL WHEN bounds IS NULL THEN 'strong' ELSE 'partial' END AS binds_as,
           CASE
               WHEN standing = 'repealed' THEN NULL
               WHEN standing = 'not_law' AND decided_first <= starts_on THEN NULL
               WHEN law_is_for_others(topics, protection) THEN 'for_others'
               WHEN standing = 'in_force' THEN if(bounds IS NULL, 'strong', 'partial')
               WHEN standing = 'enjoined' THEN 'blocked'
               WHEN standing = 'undated' THEN 'unknown'
               WHEN standing = 'future' THEN 'pending'
               WHEN passed_first <= starts_on THEN 'pending'
               WHEN status IN ('passed_one_chamber', 'passed_legislature') AND coalesce(last_action_first, as_of_first) <= starts_on THEN 'pending'
               ELSE 'proposed'
           END AS effect,
           CASE standing
               WHEN 'enjoined' THEN 'Blocked in court since ' || enjoined_on || '.'
               WHEN 'undated' THEN 'Enacted; the day it takes effect is not on record.'
               WHEN 'future' THEN 'Takes effect ' || coalesce(strftime(starts_first, '%Y-%m-%d'), effective_on) || '.'
               WHEN 'not_law' THEN if(passed_first <= starts_on, 'Passed a chamber; not law.', 'A bill; not law.')
               ELSE coalesce(bounds, if(b.protection = 'contract_guard', 'Such a clause has no force.', 'You can sue by yourself.'))
           END AS remark
    FROM stretches b
), searches AS (
    -- What the search of a state came to; where there was a law to find, its laws are the answer.
    SELECT coalesce('judgements:' || g.judgement_id, 'jurisdictions:' || j.jurisdiction) AS instrument_id, 'search' AS kind,
           'jurisdictions:' || j.jurisdiction AS parent_id, p.protection, NULL AS crafts, NULL AS union_id, NULL AS sector,
           'US' AS country, j.jurisdiction, 'The law of ' || if(j.kind = 'federal', 'the United States', j.name) AS title,
           coalesce(g.summary, if(l.protection IS NULL, NULL, 'No other law on record.')) AS summary, NULL AS place,
           g.source_url, g.confidence, NULL AS standing, NULL AS since, NULL AS until,
           DATE '1800-01-01' AS starts_on, NULL::DATE AS ends_before, NULL AS binds_as,
           CASE WHEN g.finding = 'not_judged' OR (g.finding IS NULL AND l.protection IS NULL) THEN 'unknown' ELSE 'none_found' END AS effect,
           if(g.judgement_id IS NULL, NULL, 'Looked on ' || strftime(g.looked_on_first, '%-d %b %Y') || '.') AS remark
    FROM core.jurisdictions j
    CROSS JOIN core.protections p
    LEFT JOIN judgements g ON g.jurisdiction = j.jurisdiction AND g.protection = p.protection
    LEFT JOIN (SELECT DISTINCT jurisdiction, protection FROM laws WHERE standing <> 'not_law' AND binds_as IS NOT NULL AND crafts IS NULL) l
        ON l.jurisdiction = j.jurisdiction AND l.protection = p.protection
    WHERE j.kind <> 'territory'
), whose AS (
    SELECT medium, unnest(string_split(crafts, ' ')) AS craft FROM (VALUES
        ('text', 'writer author journalist'), ('books', 'author'), ('news', 'journalist photographer'),
        ('images', 'visual_artist photographer animator'), ('video', 'digital_creator director editor cinematographer actor'),
        ('film_tv', 'actor director writer editor cinematographer producer'), ('characters', 'visual_artist animator'),
        ('music', 'musician composer songwriter recording_artist'), ('lyrics', 'songwriter'),
        ('sound_recordings', 'musician recording_artist'), ('voice', 'voice_actor actor recording_artist'),
        ('likeness', 'actor model digital_creator'), ('code', 'game_developer technologist')
    ) AS m(medium, crafts)
), reach AS (
    SELECT practice_id, string_agg(DISTINCT craft, '|' ORDER BY craft) AS crafts
    FROM (SELECT practice_id, unnest(cell_items(media)) AS medium FROM practices) JOIN whose USING (medium) GROUP BY 1
), policies AS (
    SELECT 'practices:' || practice_id AS instrument_id, 'company' AS kind, 'practices:' || practice_id AS parent_id,
           unnest(cell_items(protections)) AS protection, r.crafts, NULL AS union_id, NULL AS sector, NULL AS country,
           NULL AS jurisdiction, titled(company, title) AS title, summary, NULL AS place, source_url, confidence,
           NULL AS standing, announced_on AS since, ended_on AS until,
           coalesce(announced_on_first, as_of_first) AS starts_on, ended_on_first AS ends_before, NULL AS binds_as,
           'voluntary' AS effect, 'A company’s own word; it can change it.' AS remark
    FROM practices JOIN reach r USING (practice_id)
    WHERE stance IN ('advances', 'mixed')
        AND kind IN ('consent_policy', 'opt_in_tool', 'opt_out_tool', 'likeness_control', 'provenance_label',
                     'training_disclosure', 'certification', 'ai_use_guideline')
)
SELECT i.* REPLACE (cell_items(i.crafts) AS crafts), p.pillar,
       row_number() OVER (PARTITION BY i.instrument_id, i.parent_id, i.protection ORDER BY i.starts_on DESC) = 1 AS is_last
FROM (SELECT * FROM contracts UNION ALL BY NAME SELECT * FROM laws UNION ALL BY NAME
      SELECT * FROM searches UNION ALL BY NAME SELECT * FROM policies) i
JOIN core.protections p USING (protection)
WHERE i.effect IS NOT NULL AND i.starts_on IS NOT NULL AND (i.ends_before IS NULL OR i.ends_before > i.starts_on);

-- What may be switched on to see what it would change: bills that are alive, laws and contracts to come.
-- What has died stays here only for the days on which it was alive.
CREATE TABLE what_if_choices AS
SELECT parent_id AS instrument_id, any_value(title) AS title, any_value(kind) AS kind, any_value(jurisdiction) AS jurisdiction,
       string_agg(DISTINCT protection, '|' ORDER BY protection) AS protections,
       min(starts_on) AS known_from, max(ends_before) AS ends_before, bool_or(ends_before IS NULL) AS lasts
FROM instruments WHERE effect IN ('pending', 'proposed') AND binds_as IS NOT NULL
GROUP BY parent_id;

CREATE MACRO what_if_at(day) AS TABLE
SELECT * FROM what_if_choices WHERE known_from <= day AND (lasts OR day < ends_before);

-- The days of the curve: each month from 2018 to the month after the last date that anybody knows.
CREATE TABLE curve_days AS
SELECT list(day::DATE ORDER BY day) AS days
FROM (SELECT unnest(range(DATE '2018-01-01', (SELECT max(greatest(starts_on, coalesce(ends_before, starts_on))) + 32
        FROM instruments WHERE effect IN ('strong', 'partial', 'pending')), INTERVAL 1 MONTH)) AS day);
