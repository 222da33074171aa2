CREATE SCHEMA "Übler Name";
CREATE TYPE "Übler Name"."select" AS ENUM ('A', 'a', 'it''s "x"', '1st');
CREATE TABLE "Übler Name"."class" (
    "int" integer PRIMARY KEY, "Int" integer, "hash_code" text, "a b""c" text DEFAULT 'x\y"$S', "1" boolean NOT NULL,
    "$" "Übler Name"."select", "createdAt" timestamptz, "ä" text CHECK ("ä" <> '$L')
);
CREATE TABLE "Übler Name"."Class" ("id" bigint PRIMARY KEY, "class" integer REFERENCES "Übler Name"."class" ON DELETE CASCADE);
CREATE INDEX "An index, DESC" ON "Übler Name"."class" ("Int" DESC, "a b""c", ("ä" || '"'));
CREATE TABLE string (id integer PRIMARY KEY, "table" text);
CREATE TABLE "table" (id integer PRIMARY KEY, string integer REFERENCES string ON DELETE CASCADE);
CREATE TABLE "column" (id integer PRIMARY KEY, "table" integer REFERENCES "table" ON DELETE SET NULL);
COMMENT ON TABLE "column" IS E'two\nlines \\ "quoted" $T';
