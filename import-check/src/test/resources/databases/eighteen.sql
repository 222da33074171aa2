-- What PostgreSQL 18 has: virtual columns, keys over periods, constraints that are not enforced or not validated.
CREATE EXTENSION btree_gist;
CREATE TABLE price (id uuid PRIMARY KEY DEFAULT uuidv7(), net integer NOT NULL, text text,
    gross integer GENERATED ALWAYS AS (net * 2) VIRTUAL, kept integer GENERATED ALWAYS AS (net * 3) STORED,
    low text GENERATED ALWAYS AS (lower(text)) VIRTUAL, CHECK (gross > 0));
CREATE INDEX price_net ON price (net);
CREATE VIEW prices AS SELECT id, gross FROM price;
CREATE TABLE note (id integer PRIMARY KEY, x text, y integer);
INSERT INTO note VALUES (1, NULL, 1);
ALTER TABLE note ADD CONSTRAINT note_x NOT NULL x NOT VALID;
COMMENT ON CONSTRAINT note_x ON note IS 'later';
CREATE TABLE emp (id integer, valid daterange, name text, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE dep (id integer, valid daterange, emp integer, CONSTRAINT dep_u UNIQUE (id, valid WITHOUT OVERLAPS),
    FOREIGN KEY (emp, PERIOD valid) REFERENCES emp (id, PERIOD valid));
CREATE TABLE loose (id integer PRIMARY KEY, q integer, pid integer, CONSTRAINT q_pos CHECK (q > 0) NOT ENFORCED,
    CONSTRAINT loose_fk FOREIGN KEY (pid) REFERENCES loose (id) NOT ENFORCED, CHECK (q < 9) NO INHERIT);
CREATE TABLE part (id integer, k text NOT NULL, v text, d text GENERATED ALWAYS AS (v || 'd') VIRTUAL) PARTITION BY HASH (k);
CREATE TABLE part_0 PARTITION OF part FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE alone (id integer, k text) PARTITION BY LIST (k);
CREATE COLLATION pgc (provider = builtin, locale = 'PG_UNICODE_FAST');
CREATE TABLE folded (id integer PRIMARY KEY, a text COLLATE pgc, b text COLLATE pg_unicode_fast);
CREATE UNIQUE INDEX ON folded (id) INCLUDE (a);
CREATE FUNCTION fold(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT casefold(t) $$;
CREATE TABLE idn (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ts timestamptz DEFAULT clock_timestamp());
CREATE TABLE fkp (pk integer PRIMARY KEY, FOREIGN KEY (pk) REFERENCES note (id) NOT VALID);
