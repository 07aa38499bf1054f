-- The question, word by word. `position` is where a word stands; neighbours are also asked for as one
-- (“AB 2602”, “eleven labs”), which answers for all the positions it covers. Small words need no answer.
-- No word of the vocabulary has more than 40 letters, so of longer ones 41 are enough.
CREATE MACRO search_asked(query) AS TABLE
WITH question AS (SELECT search_words(query)[:12] AS words),
run AS (
    SELECT start, size, array_to_string(words[start:start + size - 1], '') AS word, start + size > len(words) AS is_last, words
    FROM question, range(1, 13) s(start), range(1, 5) z(size)
    WHERE start + size <= len(words) + 1
)
SELECT left(word, 41) AS word, size, is_last, unnest(range(start, start + size)) AS position, words[position] AS single
FROM run WHERE size = 1 OR length(word) <= 40;

-- Records that answer the question, best first: the words as they are or begun, and if `near` also
-- words that are spelt almost so. Where no record has all the words, those with the most of them.
-- A number that is not on record is not nearly on record: then nothing answers.
-- A record counts for more where the words are rare, stand in its name, and make up most of it; among
-- equals the ids say who goes first.
CREATE MACRO search_answers(query, near, kind, per_kind) AS TABLE
WITH asked AS MATERIALIZED (
    SELECT word, size, is_last, position, left(word, 2) AS head FROM search_asked(query) WHERE NOT search_is_small(single)
),
known AS MATERIALIZED (SELECT position, word, size, word_id, documents FROM asked JOIN search_vocabulary USING (word)),
alike AS (
    SELECT position, word, word_id, is_last, count(*) AS shared
    FROM (SELECT DISTINCT position, word, is_last, unnest(search_trigrams(word)) AS gram FROM asked ANTI JOIN known USING (position) WHERE near AND size = 1 AND length(word) >= 4 AND NOT regexp_matches(word, '[0-9]'))
    JOIN search_grams USING (gram)
    GROUP BY ALL HAVING shared >= if(length(word) < 8, 2, 3)
),
spelt AS (
    SELECT position, word_id, a.word, least(
        damerau_levenshtein(a.word, v.word),
        if(starts_with(a.word, v.word) AND length(v.word) > 4, 1, 9),
        if(is_last AND length(a.word) > 4 AND length(v.word) > length(a.word), .5 + damerau_levenshtein(a.word, left(v.word, length(a.word))), 9)) AS mistakes
    FROM alike a JOIN search_vocabulary v USING (word_id)
    WHERE length(v.word) >= length(a.word) - 3 AND (is_last OR length(v.word) <= length(a.word) + 2)
),
matched AS MATERIALIZED (
    SELECT position, word_id, documents, if(size > 1, 1.3, 1) AS quality, 1 AS least_place
    FROM known
    UNION ALL
    SELECT position, word_id, documents, .5 + .4 * length(a.word) / length(v.word), if(length(a.word) < 4, 4, 1)
    FROM asked a JOIN search_vocabulary v USING (head)
    WHERE starts_with(v.word, a.word) AND v.word <> a.word AND size < 3
      AND length(a.word) >= if(is_last, 2, 4) AND (is_last AND length(a.word) > 2 OR NOT regexp_full_match(a.word, '[0-9]+'))
    UNION ALL
    SELECT position, word_id, documents, .6 - .15 * mistakes, 1
    FROM spelt JOIN search_vocabulary USING (word_id) WHERE mistakes > 0 AND mistakes <= if(length(spelt.word) < 7, 1.5, 2.5)
),
rarity AS MATERIALIZED (
    SELECT position, ln(1 + (SELECT count(*) FROM search_documents) / sum(documents)) AS rarity FROM matched GROUP BY position
),
hit AS (
    SELECT document_id, position, max(quality * CASE place WHEN 2 THEN .6 WHEN 1 THEN .35 ELSE 1 END) AS points, max(place) AS place
    FROM matched JOIN search_postings USING (word_id) WHERE place >= least_place GROUP BY ALL
),
counted AS MATERIALIZED (
    SELECT document_id, count(*) AS found, sum(points * rarity) AS points, count(*) FILTER (place = 4) AS named, count(*) FILTER (place = 3) AS called
    FROM hit JOIN rarity USING (position) GROUP BY document_id
),
size AS (
    SELECT (SELECT count(DISTINCT position) FROM asked) AS asked, (SELECT max(found) FROM counted) AS found, (SELECT sum(rarity) FROM rarity) AS rarity,
           (SELECT count(*) FROM asked ANTI JOIN matched USING (position) WHERE size = 1 AND length(word) > 2 AND regexp_matches(word, '[0-9]')) AS unknown_numbers
),
scored AS (
    SELECT document_id, table_name,
           round(points / s.rarity + .4 * least(1, greatest(named / name_words, called / other_words)) + .5 * weight, 4) AS score
    FROM counted c JOIN size s ON c.found = s.found AND 2 * s.found >= s.asked AND s.unknown_numbers = 0
    JOIN search_documents USING (document_id)
    WHERE kind IS NULL OR table_name = kind
),
best AS (
    SELECT table_name, count(*) AS of_kind, max_by({'document_id': document_id, 'score': score}, {'score': score, 'before': -document_id}, per_kind) AS records
    FROM scored GROUP BY table_name
),
record AS (SELECT of_kind, unnest(records, recursive := true) FROM best)
SELECT table_name, row_id, title, subtitle, score, of_kind, s.found AS found, s.asked AS asked
FROM record JOIN search_documents USING (document_id), size s
ORDER BY max(score) OVER (PARTITION BY table_name) DESC, min(document_id) OVER (PARTITION BY table_name), table_name, score DESC, document_id;

-- Numbers of clerks in the question that no record has, not even as a beginning of one still being typed.
-- What follows a number does not make it another: “2 O 202/24” asks for 2 O 202. And “a 2024 law” asks for
-- no bill: a year is no number after a single letter, nor after “a” any word that is known.
CREATE MACRO search_unknown_numbers(query) AS TABLE
WITH run AS (
    SELECT search_number(word) AS number, search_number_kind(number) AS kind, min(position) AS starts, max(position) AS ends, bool_or(is_last) AS is_last
    FROM search_asked(query) WHERE regexp_matches(word, '[a-z].*[0-9]') GROUP BY number
),
told AS MATERIALIZED (
    SELECT *, left(number, 2) AS head, number[2:] AS single FROM run SEMI JOIN search_numbers USING (kind)
    WHERE starts = ends OR NOT regexp_matches(number, '^[a-z](19|20)..$')
),
known AS (
    SELECT number FROM told JOIN search_vocabulary v USING (head) WHERE v.word = number OR is_last AND starts_with(v.word, number)
    UNION ALL SELECT number FROM told JOIN search_vocabulary v ON v.word = single WHERE kind = 'a#' AND starts < ends
)
FROM told ANTI JOIN known USING (number)
WHERE starts NOT IN (SELECT starts FROM told SEMI JOIN search_numbers USING (number))
QUALIFY starts = min(starts) OVER (PARTITION BY ends);

-- The number asked for that no record has, and those that one slip leads to: two neighbours swapped, or a
-- digit too many, too few or wrong. Of numbers with one or two digits only a swap counts, as nearly all
-- others are one slip away. The other words asked for say which records are meant. Of several unknown
-- numbers, the first to which others are near.
CREATE MACRO search_near_numbers(query, at_most) AS TABLE
WITH unknown AS MATERIALIZED (FROM search_unknown_numbers(query)),
near AS MATERIALIZED (
    SELECT u.number AS asked_number, n.number, n.written, n.document_id,
           list_sort(string_split(u.number, '')) = list_sort(string_split(n.number, '')) AS is_swap
    FROM unknown u JOIN search_numbers n USING (kind)
    WHERE abs(length(u.number) - length(n.number)) <= 1 AND damerau_levenshtein(u.number, n.number) = 1
      AND (is_swap OR length(regexp_replace(u.number, '[^0-9]', '', 'g')) > 2)
    QUALIFY row_number() OVER (PARTITION BY asked_number, document_id ORDER BY is_swap DESC, n.number) = 1
),
other AS MATERIALIZED (
    SELECT position, word FROM search_asked(query)
    WHERE size = 1 AND NOT search_is_small(word) AND position NOT IN (SELECT unnest(range(starts, ends + 1)) FROM unknown)
),
told AS (
    SELECT document_id, count(DISTINCT position) AS found
    FROM other JOIN search_vocabulary USING (word) JOIN search_postings USING (word_id) SEMI JOIN near USING (document_id)
    GROUP BY document_id
),
meant AS (
    FROM near LEFT JOIN told USING (document_id)
    QUALIFY coalesce(found, 0) = max(coalesce(found, 0)) OVER (PARTITION BY asked_number)
),
suggested AS (
    SELECT asked_number, min(written) AS written, count(DISTINCT document_id) AS records, bool_or(is_swap) AS is_swap, max(weight) AS weight,
           min({'table_name': table_name, 'row_id': row_id, 'title': title, 'subtitle': subtitle}) AS record,
           string_agg(DISTINCT split_part(subtitle, ' · ', 1), ', ' ORDER BY split_part(subtitle, ' · ', 1)) AS places
    FROM meant JOIN search_documents USING (document_id) GROUP BY asked_number, number
)
SELECT u.number AS asked_number, written, records, places, unnest(record)
FROM unknown u LEFT JOIN suggested s ON s.asked_number = u.number
QUALIFY rank() OVER (ORDER BY written IS NULL, starts, u.number) = 1
ORDER BY is_swap DESC, weight DESC, written LIMIT at_most;
