-- Names that Java sources could misread, and tables with more columns than a record may have components.
create table parent (a int, b int, primary key (a, b));
create table child (id int primary key, a int, b int, constraint full_fk foreign key (a, b) references parent match full on delete set null);
create table "Object" (id int primary key, "class" text, "int" int, "getClass" text, "hashCode" int);
create table "String" (id int primary key, v text);
create table "Override" (id int primary key, v text);
create table "Integer" (id bigint primary key, v int);
create table "Optional" (id bigint primary key, v int);
create table "Table" (id bigint primary key, v int);
create table "Id" (id bigint primary key, v int);
create table "List" (id bigint primary key, v int);
create table "Column" (id bigint primary key, v int);
create table "Record" (id bigint primary key, v int);
create table "Enum" (id bigint primary key, v int);
create table foo (id int primary key);
create table "FOO" (id int primary key);
create table "fOO" (id int primary key);
create table "class" (id int primary key, "new" int, "record" text, "_" text, "1" text);
create table "tab" (id int primary key, "quo""te" text, "back\slash" text, "u\u0041x" text, "*/ end" text, "über" text, "日本" text);
comment on table foo is 'ends */ here \u002a/ and "quotes" \ back
and newline	tab';
comment on column foo.id is E'bell\x07 \\u0022';
create type mood as enum ('sad', 'not ok', 'class', '1st', 'SAD', 'a-b', 'a_b', 'ü', 'quo''te', '"', '\', 'A_B', 'null', 'true', 'name', 'values', 'valueOf', 'ordinal', '$', '日');
create table moods (id int primary key, m mood not null default 'not ok', ms mood[]);
create type "Mood" as enum ('x');
create table moods2 (id int primary key, m "Mood");
create table "moodS" (id int primary key);
create table a_b (id int primary key);
create table ab (id int primary key);
create table "aB" (id int primary key, a_b int, "aB" int, ab int);
create table con (id int primary key);
do $$ begin
    execute (select 'create table wide (id bigint primary key, ' || string_agg('c' || n || ' int', ', ') || ')' from generate_series(1, 320) n);
end $$;
