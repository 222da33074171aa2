CREATE TYPE subscription_status AS ENUM ('trialing', 'active', 'past_due', 'canceled');
COMMENT ON TYPE subscription_status IS 'as the payment provider says';
CREATE DOMAIN currency_code AS text CONSTRAINT currency_code_check CHECK (VALUE ~ '^[A-Z]{3}$');
CREATE SEQUENCE invoice_number_seq AS integer START WITH 1000 INCREMENT BY 1;
CREATE TABLE account (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    email varchar(320) NOT NULL CONSTRAINT account_email_unique UNIQUE,
    name text NOT NULL CHECK (length(name) > 0),
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamptz DEFAULT now() NOT NULL,
    deleted_at timestamptz
);
COMMENT ON TABLE account IS 'who pays; it''s "one" per company';
COMMENT ON COLUMN account.email IS 'lower case';
CREATE TABLE plan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code varchar(40) NOT NULL UNIQUE,
    price numeric(12,2) NOT NULL,
    currency currency_code NOT NULL,
    interval_months smallint DEFAULT 1 NOT NULL,
    CONSTRAINT plan_price_positive CHECK (price >= 0 AND interval_months IN (1, 3, 12))
);
CREATE TABLE subscription (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    plan_id bigint NOT NULL REFERENCES plan (id) ON DELETE RESTRICT,
    status subscription_status DEFAULT 'trialing' NOT NULL,
    period tstzrange NOT NULL,
    quantity integer DEFAULT 1 NOT NULL
) WITH (fillfactor=80);
CREATE UNIQUE INDEX one_active_subscription ON subscription (account_id) WHERE status = 'active';
CREATE INDEX subscription_plan_idx ON subscription (plan_id) INCLUDE (quantity);
CREATE TABLE invoice (
    number integer DEFAULT nextval('invoice_number_seq') PRIMARY KEY,
    subscription_id uuid NOT NULL REFERENCES subscription (id) ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    net numeric(12,2) NOT NULL,
    tax_rate numeric(5,4) NOT NULL,
    gross numeric(12,2) GENERATED ALWAYS AS (round(net * (1 + tax_rate), 2)) STORED,
    issued_on date DEFAULT CURRENT_DATE NOT NULL
);
CREATE INDEX invoice_issued_idx ON invoice USING brin (issued_on);
CREATE TABLE usage_record (
    id bigserial PRIMARY KEY,
    subscription_id uuid NOT NULL REFERENCES subscription (id) ON DELETE CASCADE,
    at timestamp NOT NULL,
    units double precision NOT NULL
);
CREATE VIEW revenue WITH (security_invoker = true) AS
    SELECT date_trunc('month', i.issued_on::timestamp) AS month, sum(i.net) AS net FROM invoice i GROUP BY 1;
