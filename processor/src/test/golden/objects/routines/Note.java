package example;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.SqlObject;
import dev.tenon.annotation.SqlOrder;
import dev.tenon.annotation.Table;
import java.time.Instant;

/** A trigger with its function, an overloaded function with a SQL-standard body, and a domain. */
@Table
@SqlObject(
        create = """
                CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    NEW.changed_at := now();
                    RETURN NEW;
                END
                $$""",
        drop = "DROP FUNCTION public.touch()")
@SqlObject(
        create = "CREATE TRIGGER touch BEFORE UPDATE ON public.note FOR EACH ROW EXECUTE FUNCTION public.touch()",
        drop = "DROP TRIGGER touch ON public.note")
@SqlObject(
        name = "note_count_all",
        create = "CREATE FUNCTION public.note_count() RETURNS bigint LANGUAGE sql STABLE"
                + " BEGIN ATOMIC SELECT count(*) FROM public.note; END",
        drop = "DROP FUNCTION public.note_count()",
        order = SqlOrder.AFTER_TABLES)
@SqlObject(
        name = "note_count_since",
        create = "CREATE FUNCTION public.note_count(since timestamptz) RETURNS bigint LANGUAGE sql STABLE"
                + " AS 'SELECT count(*) FROM public.note WHERE changed_at > since'",
        drop = "DROP FUNCTION public.note_count(timestamptz)",
        dependsOn = Note.class,
        shared = "no tenants here")
@SqlObject(
        create = "CREATE DOMAIN public.title_text AS text CHECK (VALUE <> '')",
        drop = "DROP DOMAIN public.title_text",
        order = SqlOrder.BEFORE_TABLES)
record Note(
        @Id long id, @Default("public.next_code()") String code, String title, Instant changedAt) {}
