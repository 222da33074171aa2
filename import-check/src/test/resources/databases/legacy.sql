CREATE SCHEMA erp;
CREATE TABLE erp.customer (
    region char(2) NOT NULL,
    no integer NOT NULL,
    name varchar(255) NOT NULL,
    tax_code varchar(20),
    lock_version integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_customer PRIMARY KEY (no, region) INCLUDE (name) WITH (fillfactor=90),
    CONSTRAINT uq_tax_code UNIQUE (tax_code)
);
CREATE UNIQUE INDEX ux_customer_name ON erp.customer (name, no);
CREATE TABLE erp.person (id bigint CONSTRAINT pk_person PRIMARY KEY, manager_id bigint CONSTRAINT fk_manager REFERENCES erp.person);
CREATE INDEX ix_manager ON erp.person (manager_id);
CREATE TABLE erp.contract (
    id bigserial CONSTRAINT pk_contract PRIMARY KEY,
    region char(2),
    customer_no integer,
    payer_no integer,
    tax_code varchar(20) CONSTRAINT fk_payer_tax REFERENCES erp.customer (tax_code),
    seller_id bigint NOT NULL CONSTRAINT fk_seller REFERENCES erp.person ON DELETE CASCADE,
    approver_id bigint CONSTRAINT fk_approver REFERENCES erp.person,
    amount numeric(38,2) NOT NULL,
    signed_at timestamp(6),
    starts time(0),
    CONSTRAINT fk_customer FOREIGN KEY (customer_no, region) REFERENCES erp.customer (no, region) ON UPDATE CASCADE,
    CONSTRAINT fk_payer FOREIGN KEY (region, payer_no) REFERENCES erp.customer (region, no)
);
CREATE INDEX ix_seller ON erp.contract (seller_id, signed_at DESC);
CREATE TABLE erp.audit_log (at timestamptz NOT NULL DEFAULT now(), customer_no integer, region char(2), what text,
    contract_id bigint CONSTRAINT fk_log_contract REFERENCES erp.contract ON DELETE SET NULL,
    FOREIGN KEY (customer_no, region) REFERENCES erp.customer ON DELETE SET NULL (customer_no));
CREATE TABLE erp.contract_person (
    contract_id bigint NOT NULL REFERENCES erp.contract,
    person_id bigint NOT NULL REFERENCES erp.person,
    CONSTRAINT pk_contract_person PRIMARY KEY (contract_id, person_id)
);
CREATE TABLE person (id uuid PRIMARY KEY, "class" text, api_key_id uuid, "createdAt" timestamptz(6));
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON person USING (id = NULLIF(current_setting('app.person', true), '')::uuid);
ALTER TABLE erp.audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE erp.audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY asleep ON erp.person FOR SELECT USING (true);
