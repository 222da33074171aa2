package dev.tenon.runtime.internal.isolation.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.isolation.Verdict;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any change of a routine that PostgreSQL ships is found, and is a leak if it gives something. */
class BuiltinRoutinesTest {

    private static Scratch scratch;
    private static ReachCatalog catalog;

    @BeforeAll
    static void create() throws SQLException {
        scratch = Scratch.create();
        catalog = new ReachCatalog(scratch, Research.schema(scratch.role("app")), new BuiltinRoutines());
    }

    @AfterAll
    static void drop() throws SQLException {
        catalog.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER FUNCTION pg_catalog.int4div(int,int) LEAKPROOF | int4div(integer,integer) | is LEAKPROOF
            ALTER FUNCTION pg_catalog.uuid_eq(uuid,uuid) SECURITY DEFINER | uuid_eq(uuid,uuid) | is SECURITY DEFINER
            ALTER FUNCTION pg_catalog.ts_debug(text) SET role = 'postgres' | ts_debug(text) | sets {role=postgres}
            ALTER FUNCTION pg_catalog.current_setting(text, boolean) IMMUTABLE | current_setting(text,boolean) | is IMMUTABLE
            ALTER FUNCTION pg_catalog.random() STABLE | random() | is STABLE
            ALTER FUNCTION pg_catalog.int8eq(bigint,bigint) CALLED ON NULL INPUT | int8eq(bigint,bigint) | is not STRICT
            ALTER FUNCTION pg_catalog.num_nulls(VARIADIC "any") STRICT | num_nulls("any") | is STRICT
            ALTER FUNCTION pg_catalog.uuid_eq(uuid,uuid) SUPPORT textlike_support | uuid_eq(uuid,uuid) | has another planner support function
            CREATE OR REPLACE FUNCTION pg_catalog.uuid_eq(uuid,uuid) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT LEAKPROOF AS 'BEGIN RETURN true; END' | uuid_eq(uuid,uuid) | is not in language internal any more
            CREATE OR REPLACE FUNCTION pg_catalog.uuid_eq(uuid,uuid) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT LEAKPROOF AS 'SELECT true' | uuid_eq(uuid,uuid) | is not in language internal any more
            CREATE OR REPLACE FUNCTION pg_catalog.ts_debug(document text, OUT alias text, OUT description text, OUT token text, OUT dictionaries regdictionary[], OUT dictionary regdictionary, OUT lexemes text[]) RETURNS SETOF record LANGUAGE sql STRICT STABLE AS 'SELECT $1,$1,$1,NULL::regdictionary[],NULL::regdictionary,NULL::text[]' | ts_debug(text) | has another body
            CREATE OR REPLACE FUNCTION information_schema._pg_truetypmod(pg_attribute, pg_type) RETURNS int4 LANGUAGE sql IMMUTABLE STRICT RETURN 1 | information_schema._pg_truetypmod(pg_attribute,pg_type) | has another body
            """)
    void aChangeThatGivesSomethingIsALeak(String change, String routine, String what) throws SQLException {
        assertThat(find(change)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(finding.detail())
                    .startsWith(routine + " is not as PostgreSQL ")
                    .contains(what);
        });
    }

    /** The server calls the functions of its own by their OIDs, whatever their symbols. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE OR REPLACE FUNCTION pg_catalog.uuid_eq(uuid,uuid) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT LEAKPROOF AS 'uuid_ge'",
                "ALTER FUNCTION pg_catalog.uuid_eq(uuid,uuid) NOT LEAKPROOF",
                "ALTER FUNCTION pg_catalog.uuid_eq(uuid,uuid) VOLATILE",
                "ALTER FUNCTION pg_catalog.uuid_eq(uuid,uuid) RENAME TO uuid_same",
                "INSERT INTO pg_proc SELECT (json_populate_record(p, '{\"oid\": 9999, \"proname\": \"fork_version\"}')).* FROM pg_proc p"
                        + " WHERE proname = 'version'"
            })
    void aChangeThatGivesNothingIsAWarning(String change) throws SQLException {
        assertThat(find(change)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
            assertThat(finding.detail()).startsWith("1 routines, such as ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO pg_proc SELECT (json_populate_record(p, '{\"oid\": 9999, \"proname\": \"own\", \"proleakproof\": true}')).*"
                        + " FROM pg_proc p WHERE proname = 'version'",
                "INSERT INTO pg_proc SELECT (json_populate_record(p, '{\"oid\": 9999, \"proname\": \"own\", \"prosecdef\": true}')).*"
                        + " FROM pg_proc p WHERE proname = 'version'"
            })
    void anAddedRoutineWithMoreRightsIsALeak(String change) throws SQLException {
        assertThat(find(change))
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.BROKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT",
                "SET quote_all_identifiers = on",
                "ALTER FUNCTION pg_catalog.int4div(int,int) COST 10",
                "ALTER FUNCTION pg_catalog.int4div(int,int) PARALLEL UNSAFE",
                "GRANT EXECUTE ON FUNCTION pg_catalog.pg_ls_waldir() TO $app",
                "COMMENT ON FUNCTION pg_catalog.int4div(int,int) IS 'divides'"
            })
    void whatChangesNoRoutineIsNotReported(String change) throws SQLException {
        assertThat(find(change)).isEmpty();
    }

    @Test
    void manyLeaksAreSummedUp() throws SQLException {
        assertThat(find("UPDATE pg_proc SET proleakproof = true WHERE oid < 10000 AND prokind = 'f'"))
                .hasSize(6)
                .last()
                .satisfies(finding -> assertThat(finding.detail()).startsWith("the same is true of 2"));
    }

    private static List<ReachFinding> find(String change) throws SQLException {
        return catalog.findAfter(scratch.named(change));
    }
}
