-- one caution a row
SELECT 'cautions', caution_id, 'row_id', row_id
FROM core.cautions
QUALIFY row_number() OVER (PARTITION BY table_name, row_id ORDER BY caution_id) > 1;
