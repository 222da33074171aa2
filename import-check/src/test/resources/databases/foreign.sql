-- A warehouse that reads other databases, and rare objects on which tables rest.
DO $$ BEGIN CREATE ROLE tenon_import_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE FOREIGN DATA WRAPPER files VALIDATOR postgresql_fdw_validator;
COMMENT ON FOREIGN DATA WRAPPER files IS 'files of others';
CREATE SERVER "Far Away" TYPE 'archive' VERSION '1''2' FOREIGN DATA WRAPPER files OPTIONS (host 'localhost', dbname 'it''s');
COMMENT ON SERVER "Far Away" IS 'far';
GRANT USAGE ON FOREIGN SERVER "Far Away" TO tenon_import_reader;
CREATE SCHEMA staging;
CREATE COLLATION staging.ordered (provider = icu, locale = 'en-u-kn-true');
CREATE TYPE staging.state AS ENUM ('new', 'done');
CREATE FOREIGN TABLE staging.orders (id bigint NOT NULL, "Total" numeric(12,2) DEFAULT 0, s staging.state,
    name text COLLATE staging.ordered, twice numeric GENERATED ALWAYS AS ("Total" * 2) STORED, CONSTRAINT positive CHECK ("Total" >= 0))
    SERVER "Far Away";
COMMENT ON FOREIGN TABLE staging.orders IS 'orders of others';
COMMENT ON COLUMN staging.orders."Total" IS 'in euros';
GRANT SELECT ON staging.orders TO tenon_import_reader;
GRANT UPDATE (name) ON staging.orders TO tenon_import_reader WITH GRANT OPTION;
CREATE FOREIGN TABLE nothing () SERVER "Far Away";
CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL);
CREATE VIEW open_orders AS SELECT o.id, o."Total", c.name FROM staging.orders o JOIN customer c ON c.id = o.id WHERE o.s = 'new';
CREATE VIEW staging.totals AS SELECT sum("Total") AS total FROM open_orders;
CREATE FUNCTION staging.all_orders() RETURNS SETOF staging.orders LANGUAGE sql AS 'SELECT * FROM staging.orders';
CREATE FUNCTION staging.label(o staging.orders) RETURNS text LANGUAGE sql STABLE AS 'SELECT o.name';
CREATE FUNCTION staging.later() RETURNS bigint LANGUAGE sql STABLE RETURN (SELECT count(*) FROM staging.orders);
CREATE CONVERSION staging.narrow FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
COMMENT ON CONVERSION staging.narrow IS 'narrow';
CREATE TEXT SEARCH PARSER staging.words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
COMMENT ON TEXT SEARCH PARSER staging.words IS 'words';
CREATE TEXT SEARCH TEMPLATE staging.plain (LEXIZE = dsimple_lexize, INIT = dsimple_init);
CREATE TEXT SEARCH DICTIONARY staging.plainly (TEMPLATE = staging.plain);
CREATE TEXT SEARCH CONFIGURATION staging.worded (PARSER = staging.words);
ALTER TEXT SEARCH CONFIGURATION staging.worded ADD MAPPING FOR asciiword WITH staging.plainly;
CREATE OPERATOR CLASS staging.backwards FOR TYPE integer USING btree AS OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 btint4cmp(integer, integer);
COMMENT ON OPERATOR CLASS staging.backwards USING btree IS 'other way';
CREATE TABLE searched (id integer PRIMARY KEY, body text NOT NULL,
    words tsvector GENERATED ALWAYS AS (to_tsvector('staging.worded', body)) STORED);
CREATE INDEX searched_backwards ON searched (id staging.backwards);
CREATE TRUSTED LANGUAGE plthing HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
GRANT USAGE ON LANGUAGE plthing TO tenon_import_reader;
COMMENT ON LANGUAGE plthing IS 'same';
CREATE FUNCTION one() RETURNS integer LANGUAGE plthing IMMUTABLE AS 'BEGIN RETURN 1; END';
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
COMMENT ON ACCESS METHOD heap2 IS 'second';
CREATE TYPE staging.pair AS (a integer, b text);
COMMENT ON COLUMN staging.pair.a IS 'first';
CREATE DOMAIN staging.short AS text CONSTRAINT ten CHECK (length(VALUE) < 10);
COMMENT ON CONSTRAINT ten ON DOMAIN staging.short IS 'ten';
