package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A relocated statement creates the same object in another schema, and all other names stay. */
class RelocatedStatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE DOMAIN public.short AS public.other CHECK (VALUE <> 'public.short')"
                        + " | CREATE DOMAIN pg_temp.short AS public.other CHECK (VALUE <> 'public.short') |",
                "create type /* public.pair */ \"Odd\" . \"p \"\"1\"\"\" as (a int)"
                        + " | create type /* public.pair */ pg_temp.\"p \"\"1\"\"\"   as (a int) |",
                "CREATE TYPE span AS RANGE (subtype = text, MULTIRANGE_TYPE_NAME = public.\"from\")"
                        + " | CREATE TYPE pg_temp.span AS RANGE (subtype = text, MULTIRANGE_TYPE_NAME = pg_temp.\"from\") |",
                "CREATE OR REPLACE TRIGGER \"ON\" AFTER UPDATE OF \"on\" ON a.t FOR EACH ROW EXECUTE FUNCTION public.f('ON')"
                        + " | CREATE OR REPLACE TRIGGER \"ON\" AFTER UPDATE OF \"on\" ON pg_temp.t FOR EACH ROW EXECUTE"
                        + " FUNCTION public.f('ON') | a.t",
                "CREATE RULE t AS ON UPDATE TO t DO INSTEAD INSERT INTO t VALUES (1)"
                        + " | CREATE RULE t AS ON UPDATE TO pg_temp.t DO INSTEAD INSERT INTO t VALUES (1) | public.t",
                "CREATE STATISTICS a.s (ndistinct) ON (extract(year FROM at)), b FROM c.t"
                        + " | CREATE STATISTICS pg_temp.s (ndistinct) ON (extract(year FROM at)), b FROM pg_temp.t | c.t",
                "CREATE FUNCTION f(t public.f) RETURNS public.f LANGUAGE sql AS 'SELECT public.f(t)'"
                        + " | CREATE FUNCTION pg_temp.f(t public.f) RETURNS public.f LANGUAGE sql AS 'SELECT public.f(t)' |",
                "CREATE COLLATION IF NOT EXISTS german (provider = icu)"
                        + " | CREATE COLLATION IF NOT EXISTS pg_temp.german (provider = icu) |",
                "DROP TABLE t | DROP TABLE t |",
                "CREATE DOMAIN 'open | CREATE DOMAIN 'open |"
            })
    void namesOfPlacesChange(String create, String there, String relation) {
        RelocatedStatement relocated = RelocatedStatement.to("pg_temp", create);
        assertThat(relocated.sql()).isEqualTo(there);
        assertThat(relocated
                        .relation()
                        .map(name -> name.schema() + "." + name.name())
                        .orElse(null))
                .isEqualTo(relation);
    }
}
