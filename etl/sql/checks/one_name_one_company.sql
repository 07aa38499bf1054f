-- a company that does not stand above already under another id
WITH named AS (
    SELECT company_id, name, regexp_replace(regexp_replace(lower(name), '\b(the|inc|llc|ltd|corp|corporation|company|co|plc|gmbh)\b\.?', '', 'g'), '[^a-z0-9]', '', 'g') AS bare
    FROM core.companies
)
SELECT 'companies', company_id, 'name', name FROM named
QUALIFY row_number() OVER (PARTITION BY bare ORDER BY company_id) > 1;
