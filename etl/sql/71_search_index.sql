-- The index of the search. Text and question are folded by the same macros, so that they meet.
-- British and American spelling meet as well: the Atlas writes “licence”, many people type “license”.
CREATE MACRO search_folded(text) AS
    regexp_replace(
    regexp_replace(
    regexp_replace(
    replace(replace(replace(replace(replace(
        regexp_replace(lower(strip_accents(coalesce(text, ''))), '[''’]s\b|[''’]', '', 'g'),
        'licence', 'license'), 'labour', 'labor'), 'isation', 'ization'), 'catalogue', 'catalog'), 'judgement', 'judgment'),
        '\b([a-z])\.', '\1', 'g'),
        '\bvs\b|\bversus\b', 'v', 'g'),
        '(^|[^0-9])0+([0-9])', '\1\2', 'g');
-- One form for singular and plural: actors and actor, companies and company. “News” is not many new.
CREATE MACRO search_singular(word) AS CASE
    WHEN length(word) > 4 AND word LIKE '%ies' THEN left(word, -3) || 'y'
    WHEN length(word) > 3 AND regexp_matches(word, '[^siu]s$') AND word <> 'news' THEN left(word, -1)
    ELSE word END;
CREATE MACRO search_words(text) AS
    list_transform(
        list_filter(regexp_split_to_array(search_folded(text), '[^\p{L}\p{N}]+'), lambda word: word <> ''),
        lambda word: search_singular(word));
-- Neighbouring words as one: “AB 2602” is also ab2602, “2:23-cv-08811” also 223cv8811 and 23cv8811.
CREATE MACRO search_joined(words) AS
    flatten(list_transform([2, 3, 4], lambda size: list_transform(
        range(1, greatest(len(words) - size + 2, 1)), lambda start: array_to_string(words[start:start + size - 1], ''))));
-- Numbers of bills, and pieces that hold a hyphen, a slash or a full stop inside: AB 412, sag-aftra, character.ai.
CREATE MACRO search_compounds(text) AS
    flatten(list_transform(regexp_extract_all(coalesce(text, ''), '\b[A-Z][A-Z.]{0,4} [0-9]+\b|[\p{L}\p{N}]+(?:[-/.&:’''][\p{L}\p{N}]+)+'), lambda piece: search_joined(search_words(piece))));
CREATE MACRO search_is_small(word) AS
    word IN ('a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'can', 'do', 'for', 'from', 'has', 'have', 'how', 'in', 'is', 'my', 'of', 'on', 'or',
             'that', 'the', 'to', 'v', 'was', 'what', 'which', 'who', 'with');
CREATE MACRO search_size(text) AS
    greatest(len(list_filter(search_words(text), lambda word: NOT search_is_small(word))), 1);

-- Where each word stands: 4 in the name or number, 3 in another name, 2 in what it is about, 1 in the rest.
CREATE TABLE search_placed AS
WITH text AS (
    SELECT document_id, 4 AS place,
           search_words(name) || search_compounds(name) || search_words(numbers)
           || flatten(list_transform(regexp_split_to_array(coalesce(numbers, ''), '[;/(),]'), lambda number: search_joined(search_words(number))))
           || if(table_name IN ('companies', 'unions'), search_joined(search_words(name)), []) AS words
    FROM search_documents
    UNION ALL SELECT document_id, 3, search_words(other_names) || search_compounds(other_names) FROM search_documents
    UNION ALL SELECT document_id, 2, search_words(about) || search_compounds(about) FROM search_documents
    UNION ALL SELECT document_id, 1, search_words(body) || search_compounds(body) FROM search_documents
), each AS (SELECT document_id, place, unnest(words) AS word FROM text)
SELECT word, document_id, max(place)::TINYINT AS place FROM each WHERE NOT search_is_small(word) AND length(word) <= 40 GROUP BY ALL;

-- Sorted, so that a word or the words with one beginning lie together and little is read.
CREATE TABLE search_vocabulary AS
SELECT row_number() OVER (ORDER BY word)::INTEGER AS word_id, left(word, 2) AS head, word, count(*)::INTEGER AS documents
FROM search_placed GROUP BY word ORDER BY word;

CREATE TABLE search_postings AS
SELECT word_id, document_id, place FROM search_placed JOIN search_vocabulary USING (word) ORDER BY ALL;
-- The numbers of clerks, whole. `kind` is what is left without digits: only numbers of one kind, AB and AB,
-- are near each other. A letter at the end tells the print of a bill (S 6953-B); the digit before a docket
-- tells the division of a court, and many leave it away. “1 of 2025” is too often no number of a case.
CREATE MACRO search_number(word) AS regexp_replace(word, '([0-9])[a-z]$', '\1');
CREATE MACRO search_number_kind(number) AS regexp_replace(number, '[0-9]+', '#', 'g');
CREATE TABLE search_numbers AS
WITH piece AS (
    SELECT document_id, table_name, regexp_replace(trim(unnest(regexp_split_to_array(numbers, '[;/(),]'))), '^.* ([0-9]:[0-9]{2}-)', '\1') AS written
    FROM search_documents WHERE table_name IN ('bills', 'cases')
), whole AS (
    SELECT *, search_number(array_to_string(search_words(written), '')) AS number FROM piece
    UNION ALL
    SELECT *, array_to_string(search_words(written)[2:], '') FROM piece WHERE regexp_matches(written, '^[0-9]:[0-9]{2}-')
)
SELECT DISTINCT search_number_kind(number) AS kind, number, written, document_id
FROM whole WHERE regexp_matches(kind, if(table_name = 'bills', '^[a-z]{1,3}#$', '^(#[a-z]{1,2}#|[a-z]{3}#)$')) AND kind <> '#of#' ORDER BY ALL;

CREATE OR REPLACE TABLE search_documents AS
SELECT d.*, search_size(name) AS name_words, search_size(other_names) AS other_words FROM search_documents d ORDER BY document_id;
DROP TABLE search_placed;

-- Every three letters in a row, with the edges of the word: words with several in common are alike.
CREATE MACRO search_trigrams(word) AS
    list_distinct(list_transform(range(1, length(word) + 1), lambda start: substr('^' || word || '$', start, 3)));
CREATE TABLE search_grams AS
WITH each AS (SELECT unnest(search_trigrams(word)) AS gram, word_id FROM search_vocabulary WHERE length(word) >= 4)
SELECT gram, word_id FROM each ORDER BY ALL;
