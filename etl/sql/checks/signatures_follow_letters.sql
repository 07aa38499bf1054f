-- a day on or after the letter was launched
SELECT 'signatures', g.signature_id, 'reported_on', g.reported_on
FROM core.signatures g JOIN core.letters l USING (letter_id) WHERE g.reported_on_last < l.launched_on_first
UNION ALL
SELECT 'letter_counts', c.count_id, 'date', c.date
FROM core.letter_counts c JOIN core.letters l USING (letter_id) WHERE c.date_last < l.launched_on_first;
