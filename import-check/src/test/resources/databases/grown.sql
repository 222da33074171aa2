CREATE TYPE nothing_yet AS ENUM ();
CREATE TABLE person (id integer PRIMARY KEY, email varchar(320) NOT NULL UNIQUE, mood nothing_yet, "Mood" text);
CREATE TABLE currency (code varchar(3) PRIMARY KEY);
CREATE TABLE "Person" (id bigserial PRIMARY KEY, person_id bigint REFERENCES person ON DELETE SET NULL);
CREATE TABLE account (
    id bigint PRIMARY KEY,
    owner_id bigint NOT NULL REFERENCES person ON DELETE SET NULL,
    seller_id smallint NOT NULL DEFAULT 1 REFERENCES person ON DELETE SET DEFAULT,
    email text REFERENCES person (email) ON UPDATE CASCADE,
    currency char(3) NOT NULL REFERENCES currency,
    opened date NOT NULL
);
CREATE TABLE entry (account_id bigint NOT NULL, booked_at timestamptz NOT NULL, amount money NOT NULL)
    PARTITION BY RANGE (booked_at);
CREATE INDEX entry_account ON entry (account_id);
CREATE FUNCTION open_accounts() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM account';
CREATE VIEW account_rows AS SELECT a.*, a AS whole, row_to_json(a) AS json, count(*) OVER () AS n FROM account a
    WHERE EXISTS (SELECT * FROM person WHERE person.id = a.owner_id);
CREATE VIEW catalog_rows AS SELECT c.oid, c.relname, to_jsonb(c.*) AS row FROM pg_class c;
CREATE FUNCTION joined(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT coalesce($1 || ':' || $2, $1, $2) $$;
CREATE AGGREGATE joined(text) (sfunc = joined, stype = text);
CREATE VIEW addresses AS SELECT joined(email) AS "all addresses" FROM person;
CREATE FUNCTION a_address_rows() RETURNS SETOF addresses LANGUAGE sql AS 'SELECT * FROM addresses';
CREATE VIEW a_more_addresses AS SELECT a."all addresses" FROM a_address_rows() a;
SET check_function_bodies = off;
CREATE FUNCTION people_there(p person) RETURNS SETOF person LANGUAGE sql AS 'SELECT * FROM people_back(p)';
CREATE FUNCTION people_back(p person) RETURNS SETOF person LANGUAGE sql AS 'SELECT * FROM people_there(p)';
RESET check_function_bodies;
CREATE TABLE note (id integer PRIMARY KEY, person_id bigint NOT NULL, title text);
INSERT INTO note VALUES (1, 77, '');
ALTER TABLE note ADD CONSTRAINT title_is_there CHECK (title <> '') NOT VALID;
ALTER TABLE note ADD CONSTRAINT note_person_id_fkey FOREIGN KEY (person_id) REFERENCES "Person" NOT VALID;
