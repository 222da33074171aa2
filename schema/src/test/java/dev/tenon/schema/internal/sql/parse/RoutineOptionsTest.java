package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.sql.parse.RoutineOptions.NameResolution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The security options of a routine are read from its statement, not found in its text. */
class RoutineOptionsTest {

    private static final RoutineOptions NONE = new RoutineOptions(false, false, NameResolution.BY_CALLER);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$SELECT 'SECURITY DEFINER LEAKPROOF'$$",
                "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'SECURITY DEFINER SET search_path = x LEAKPROOF'",
                "CREATE FUNCTION f() /* SECURITY DEFINER */ RETURNS void LANGUAGE sql -- LEAKPROOF\n AS 'SELECT'",
                "CREATE FUNCTION f(leakproof int, security definer, text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE FUNCTION f(a text DEFAULT 'SECURITY DEFINER') RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE FUNCTION f() RETURNS TABLE (leakproof int, security definer) LANGUAGE sql AS 'SELECT 1, 2'",
                "CREATE FUNCTION f() RETURNS SETOF app.leakproof LANGUAGE sql AS 'SELECT 1'",
                "CREATE FUNCTION leakproof() RETURNS leakproof[] LANGUAGE leakproof AS 'SELECT 1'",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql NOT LEAKPROOF SECURITY INVOKER RETURN leakproof",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql SUPPORT security.leakproof SET app.mode = leakproof,"
                        + " security RETURN 1",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT security definer, leakproof FROM t;"
                        + " UPDATE t SET search_path = 'x'; END",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN (SELECT security definer FROM t)",
                "CREATE PROCEDURE f() LANGUAGE sql EXTERNAL SECURITY INVOKER AS 'SELECT 1'",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; COMMENT ON FUNCTION f() IS LEAKPROOF",
                "CREATE TRIGGER t AFTER INSERT ON security EXECUTE FUNCTION leakproof('SECURITY DEFINER')",
                "CREATE AGGREGATE leakproof(int) (SFUNC = int4pl, STYPE = int)",
                "ALTER FUNCTION f(leakproof) OWNER TO leakproof",
                "ALTER FUNCTION f() NOT LEAKPROOF SECURITY INVOKER",
                "ALTER TABLE leakproof OWNER TO security",
                "CREATE FUNCTION f(",
                "CREATE",
                "",
            })
    void wordsElsewhereAreNoOptions(String statement) {
        assertThat(RoutineOptions.of(statement)).as(statement).isEqualTo(NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
                "CREATE OR REPLACE FUNCTION a.f(int, text) RETURNS SETOF text AS 'SELECT 1' LANGUAGE sql\nsecurity\ndefiner",
                "CREATE FUNCTION f(a numeric(4, 2) DEFAULT (1 + 2)) RETURNS TABLE (a int) EXTERNAL SECURITY /* */ DEFINER"
                        + " LANGUAGE sql AS $$$$",
                "CREATE FUNCTION f() RETURNS double precision RETURNS NULL ON NULL INPUT SECURITY DEFINER AS ''",
                "CREATE FUNCTION f(OUT a int) RETURNS NULL ON NULL INPUT COST 0.1 SECURITY DEFINER AS ''",
                "CREATE FUNCTION f() RETURNS t.c%TYPE TRANSFORM FOR TYPE a.b, FOR TYPE c SECURITY DEFINER AS ''",
                "CREATE PROCEDURE f() SET TIME ZONE 'UTC' SECURITY DEFINER BEGIN ATOMIC SELECT 1; END",
                "CREATE PROCEDURE f() SET work_mem = -1 SET app.a TO a, 'b' SET b.c FROM CURRENT SECURITY DEFINER AS ''",
                "ALTER FUNCTION f(int, text) SECURITY DEFINER",
                "ALTER ROUTINE \"a b\".\"f\" EXTERNAL SECURITY DEFINER",
            })
    void rightsOfTheOwnerAreAnOption(String statement) {
        assertThat(RoutineOptions.of(statement))
                .as(statement)
                .isEqualTo(new RoutineOptions(true, false, NameResolution.BY_CALLER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql LEAKPROOF AS 'SELECT 1'",
                "CREATE FUNCTION f() RETURNS int IMMUTABLE STRICT leakproof RETURN 1",
                "CREATE FUNCTION f() RETURNS timestamp with time zone AS 'SELECT 1' LEAKPROOF",
                "CREATE FUNCTION f() RETURNS leakproof LEAKPROOF AS ''",
                "ALTER FUNCTION pg_catalog.length(text) LEAKPROOF",
                "ALTER PROCEDURE f LEAKPROOF",
            })
    void leakproofIsAnOption(String statement) {
        assertThat(RoutineOptions.of(statement))
                .as(statement)
                .isEqualTo(new RoutineOptions(false, true, NameResolution.BY_CALLER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f() RETURNS int SET search_path = '' AS ''",
                "CREATE FUNCTION f() RETURNS int SET \"Search_Path\" TO pg_catalog, security AS ''",
                "CREATE FUNCTION f() RETURNS int SET search_path FROM CURRENT AS ''",
                "CREATE FUNCTION f() RETURNS int SET SCHEMA 'app' AS ''",
                "CREATE FUNCTION f() RETURNS int SET search_path = pg_temp, public AS ''",
                "CREATE FUNCTION f() RETURNS int SET search_path = 'pg_catalog, pg_temp' AS ''",
            })
    void theSearchPathIsASetting(String statement) {
        assertThat(RoutineOptions.of(statement))
                .as(statement)
                .isEqualTo(new RoutineOptions(false, false, NameResolution.TEMPORARY_FIRST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f() RETURNS int SET search_path = pg_temp AS ''",
                "CREATE FUNCTION f() RETURNS int SET search_path TO 'pg_catalog', \"public\", 'pg_temp' COST 1 AS ''",
                "CREATE FUNCTION f() RETURNS int SET search_path = public, PG_TEMP SET work_mem = 1 AS ''",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = '' RETURN 1",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = public BEGIN ATOMIC SELECT 1; END",
                "ALTER FUNCTION f() SET search_path = public, pg_temp",
            })
    void theTemporarySchemaIsLastOrNothingIsLookedUp(String statement) {
        assertThat(RoutineOptions.of(statement))
                .as(statement)
                .isEqualTo(new RoutineOptions(false, false, NameResolution.BY_ROUTINE));
    }
}
