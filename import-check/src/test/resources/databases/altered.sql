CREATE TABLE keeper (id integer PRIMARY KEY, name text, CONSTRAINT named CHECK (name <> ''));
CREATE TABLE "Note" (note text NOT NULL, at date, CONSTRAINT noted CHECK (note <> ''));
CREATE TABLE item_note (note text NOT NULL, at date, item integer REFERENCES keeper, CONSTRAINT noted CHECK (note <> ''));
ALTER TABLE item_note INHERIT "Note";
CREATE TABLE more_note (note text NOT NULL, at date, CONSTRAINT noted CHECK (note <> ''));
ALTER TABLE more_note INHERIT "Note";
ALTER TABLE keeper REPLICA IDENTITY FULL;
COMMENT ON CONSTRAINT named ON keeper IS 'nobody''s "name" \ is blank';
COMMENT ON CONSTRAINT item_note_item_fkey ON item_note IS 'whose';
COMMENT ON CONSTRAINT noted ON "Note" IS 'said';
ALTER TABLE keeper ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON keeper USING (id > 0);
COMMENT ON POLICY own ON keeper IS 'theirs';
ALTER TABLE keeper CLUSTER ON keeper_pkey;
CREATE INDEX keeper_name ON keeper (name);
CREATE INDEX item_note_at ON item_note (at);
ALTER TABLE item_note CLUSTER ON item_note_at;
COMMENT ON SCHEMA public IS 'all of it';
CREATE SCHEMA aside;
CREATE TABLE aside.thing (id integer PRIMARY KEY);
COMMENT ON SCHEMA aside IS 'what is set aside';
CREATE SCHEMA "We ird";
CREATE TABLE "We ird"."P,(x" ("a b" integer, "c""d" integer, PRIMARY KEY ("a b", "c""d"), UNIQUE ("c""d", "a b"))
    PARTITION BY LIST ("a b");
CREATE TABLE "We ird"."p(1)" PARTITION OF "We ird"."P,(x" FOR VALUES IN (1);
CREATE TABLE pointer (x integer, y integer,
    CONSTRAINT "Odd name, (" FOREIGN KEY (x, y) REFERENCES "We ird"."p(1)" ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT swapped FOREIGN KEY (y, x) REFERENCES "We ird"."p(1)" ("c""d", "a b"));
ALTER TABLE pointer ADD CONSTRAINT later FOREIGN KEY (x, y) REFERENCES "We ird"."p(1)" NOT VALID;
COMMENT ON CONSTRAINT swapped ON pointer IS 'it''s one part';
CREATE TABLE parted (id integer PRIMARY KEY, up integer, "above" integer REFERENCES keeper) PARTITION BY RANGE (id);
CREATE TABLE parted_low PARTITION OF parted FOR VALUES FROM (0) TO (10);
CREATE TABLE parted_rest PARTITION OF parted DEFAULT;
ALTER TABLE parted ADD CONSTRAINT parted_self FOREIGN KEY (up) REFERENCES parted;
CREATE TABLE apart (id integer REFERENCES parted_low, k integer REFERENCES parted) PARTITION BY LIST (k);
CREATE TABLE apart_1 PARTITION OF apart FOR VALUES IN (1);
