DO $$ BEGIN CREATE ROLE tenon_import_app; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE tenon_import_report; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE SCHEMA billing;
CREATE FUNCTION current_account() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT NULLIF(current_setting('app.account', true), '')::bigint
$$;
CREATE TABLE accounts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
);
CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
    email text NOT NULL,
    UNIQUE (email)
);
CREATE TABLE orders (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
    user_id bigint REFERENCES users ON DELETE SET NULL,
    number integer NOT NULL,
    status text NOT NULL DEFAULT 'open',
    UNIQUE (account_id, number)
);
CREATE INDEX orders_user_id_idx ON orders (user_id);
CREATE INDEX orders_status_idx ON orders (account_id, status);
CREATE UNIQUE INDEX orders_open_idx ON orders (user_id) WHERE status = 'open';
CREATE TABLE order_items (
    order_id bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
    line integer NOT NULL,
    sku text NOT NULL,
    PRIMARY KEY (order_id, line)
);
CREATE TABLE billing.invoices (
    account_id bigint NOT NULL REFERENCES accounts ON DELETE CASCADE,
    id bigint NOT NULL,
    order_id bigint NOT NULL REFERENCES orders,
    PRIMARY KEY (account_id, id)
);
CREATE INDEX invoices_order_id_idx ON billing.invoices (order_id);
CREATE TABLE settings (
    account_id bigint PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    theme text NOT NULL DEFAULT 'light'
);
CREATE TABLE events (
    account_id bigint,
    user_id bigint NOT NULL REFERENCES users,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    PRIMARY KEY (user_id, at)
) PARTITION BY RANGE (at);
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE plans (code text PRIMARY KEY, price numeric(10, 2) NOT NULL);
CREATE TABLE jobs (id bigint PRIMARY KEY, payload jsonb NOT NULL);
CREATE VIEW open_orders AS SELECT o.id, o.account_id, o.number FROM orders o WHERE o.status = 'open';
CREATE MATERIALIZED VIEW order_counts AS SELECT o.account_id, count(*) AS orders FROM orders o GROUP BY o.account_id;
CREATE FUNCTION order_total(which bigint) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT count(*) FROM order_items WHERE order_id = which';

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY users_of_account ON users TO tenon_import_app USING (account_id = current_account());
CREATE POLICY users_for_reports ON users FOR SELECT TO tenon_import_report USING (true);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_of_account ON orders TO tenon_import_app
    USING (account_id = (SELECT current_setting('app.account')::bigint))
    WITH CHECK (account_id = (SELECT current_setting('app.account')::bigint));
CREATE POLICY orders_not_deleted ON orders AS RESTRICTIVE FOR DELETE TO tenon_import_app USING (status = 'open');
ALTER TABLE settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY settings_of_account ON settings USING (account_id::text = current_setting('app.account', true));
GRANT USAGE ON SCHEMA billing TO tenon_import_app;
GRANT SELECT ON accounts TO tenon_import_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON users, order_items, billing.invoices, settings TO tenon_import_app;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES ON orders TO tenon_import_app;
GRANT SELECT ON plans, open_orders TO tenon_import_app;
GRANT SELECT ON users, orders TO tenon_import_report;
