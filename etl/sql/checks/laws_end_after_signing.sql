-- a date on or after the day the bill became law
SELECT 'bill_dates', d.bill_date_id, 'date', d.date
FROM core.bill_dates d
JOIN core.bill_dates s ON s.bill_id = d.bill_id AND s.kind = 'signed'
WHERE d.kind IN ('operative', 'enjoined', 'repealed', 'expires') AND d.date_last < s.date_first;
