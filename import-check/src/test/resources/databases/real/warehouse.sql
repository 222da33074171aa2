-- platform
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION file_fdw;
GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO :owner;
GRANT USAGE ON FOREIGN DATA WRAPPER file_fdw TO :owner;
-- owner
CREATE SCHEMA staging;
CREATE SCHEMA dwh;
CREATE SERVER crm FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'crm.example.com', dbname 'crm', fetch_size '1000');
CREATE USER MAPPING FOR CURRENT_USER SERVER crm OPTIONS (user 'reader', password 'not-a-secret');
CREATE FOREIGN TABLE staging.customers (id bigint NOT NULL, name text OPTIONS (column_name 'full_name'), country char(2)) SERVER crm OPTIONS (schema_name 'public', table_name 'customers');
CREATE FOREIGN TABLE staging.contacts (id bigint, customer_id bigint, email text) SERVER crm OPTIONS (table_name 'contacts');
CREATE TABLE dwh.dim_customer (
    customer_key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_id bigint NOT NULL,
    name text,
    country char(2),
    valid_from date NOT NULL,
    valid_to date NOT NULL DEFAULT 'infinity',
    EXCLUDE USING btree (source_id WITH =, valid_from WITH =),
    CHECK (valid_from < valid_to)
);
CREATE TABLE dwh.dim_date (
    day date PRIMARY KEY,
    year smallint GENERATED ALWAYS AS (EXTRACT(year FROM day)::smallint) STORED,
    is_weekend boolean NOT NULL
);
CREATE TABLE dwh.fact_sales (
    day date NOT NULL REFERENCES dwh.dim_date,
    customer_key bigint NOT NULL REFERENCES dwh.dim_customer,
    amount numeric(18, 4) NOT NULL,
    quantity integer NOT NULL,
    source jsonb
) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.01);
CREATE INDEX fact_sales_day_brin ON dwh.fact_sales USING brin (day) WITH (pages_per_range = 32);
CREATE INDEX fact_sales_customer_idx ON dwh.fact_sales (customer_key) INCLUDE (amount);
ALTER TABLE dwh.fact_sales ALTER COLUMN amount SET STATISTICS 500;
CREATE UNLOGGED TABLE staging.load (line bigint, raw text);
CREATE STATISTICS dwh.sales_stats (dependencies, ndistinct) ON day, customer_key FROM dwh.fact_sales;
CREATE VIEW dwh.customer_sales AS
    SELECT c.source_id, c.name, sum(f.amount) AS amount FROM dwh.fact_sales f JOIN dwh.dim_customer c USING (customer_key) GROUP BY c.source_id, c.name;
CREATE MATERIALIZED VIEW dwh.sales_by_month AS
    SELECT date_trunc('month', f.day::timestamp)::date AS month, c.country, sum(f.amount) AS amount, count(*) AS sales
    FROM dwh.fact_sales f JOIN dwh.dim_customer c USING (customer_key) GROUP BY 1, 2;
CREATE UNIQUE INDEX sales_by_month_key ON dwh.sales_by_month (month, country);
CREATE MATERIALIZED VIEW dwh.sales_by_year AS SELECT EXTRACT(year FROM m.month)::int AS year, sum(m.amount) AS amount FROM dwh.sales_by_month m GROUP BY 1;
CREATE MATERIALIZED VIEW dwh.remote_countries AS SELECT c.country, count(*) AS customers FROM staging.customers c GROUP BY c.country WITH NO DATA;
CREATE VIEW staging.new_customers AS SELECT s.id, s.name FROM staging.customers s LEFT JOIN dwh.dim_customer d ON d.source_id = s.id WHERE d.source_id IS NULL;
CREATE PROCEDURE dwh.refresh_all() LANGUAGE plpgsql AS $$
BEGIN
    REFRESH MATERIALIZED VIEW dwh.sales_by_month;
    REFRESH MATERIALIZED VIEW dwh.sales_by_year;
END
$$;
CREATE AGGREGATE dwh.product(numeric) (SFUNC = numeric_mul, STYPE = numeric, INITCOND = '1');
INSERT INTO dwh.dim_date (day, is_weekend) SELECT d, EXTRACT(isodow FROM d) > 5 FROM generate_series('2026-01-01'::date, '2026-01-31', '1 day') d;
INSERT INTO dwh.dim_customer (source_id, name, country, valid_from) VALUES (1, 'a', 'DE', '2026-01-01'), (2, 'b', 'FR', '2026-01-01');
INSERT INTO dwh.fact_sales SELECT d.day, c.customer_key, 1.5, 1 FROM dwh.dim_date d, dwh.dim_customer c;
REFRESH MATERIALIZED VIEW dwh.sales_by_month;
