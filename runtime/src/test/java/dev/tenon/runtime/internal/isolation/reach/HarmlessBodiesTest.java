package dev.tenon.runtime.internal.isolation.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A routine with its owner's rights is no leak if it provably gives nothing; whatever is not proven is one. */
class HarmlessBodiesTest {

    private static final String SURROUNDINGS = """
            CREATE TABLE rate (currency text PRIMARY KEY, rate numeric NOT NULL, of integer[]);
            CREATE TABLE secret (value text);
            CREATE TABLE limited (value text, other text);
            CREATE TABLE fenced (value text);
            ALTER TABLE fenced ENABLE ROW LEVEL SECURITY;
            CREATE VIEW plans AS SELECT title FROM research_plan;
            CREATE VIEW rates AS SELECT * FROM rate;
            CREATE MATERIALIZED VIEW copies AS SELECT * FROM rate;
            CREATE TABLE parent (value text);
            CREATE TABLE heir () INHERITS (parent);
            CREATE SEQUENCE counter;
            GRANT SELECT ON rate, fenced, plans, rates, copies, parent TO $app;
            GRANT SELECT (value) ON limited TO $app;
            CREATE SCHEMA own;
            GRANT USAGE ON SCHEMA own TO $app;
            CREATE FUNCTION own.upper(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
            CREATE FUNCTION own.concat(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
            CREATE OPERATOR own.|| (LEFTARG = text, RIGHTARG = text, FUNCTION = own.concat);
            CREATE AGGREGATE own.joined(text) (SFUNC = own.concat, STYPE = text);
            CREATE DOMAIN own.word AS text CHECK (own.upper(VALUE) <> '');
            CREATE TABLE indexed (value text);
            CREATE INDEX ON indexed (own.upper(value));
            GRANT SELECT ON indexed TO $app;
            """;

    private static Scratch scratch;
    private static ReachCatalog catalog;

    @BeforeAll
    static void create() throws SQLException {
        scratch = Scratch.create();
        Schema schema = Research.schema(scratch.role("app"));
        Research.create(schema, scratch);
        scratch.execute(SURROUNDINGS);
        catalog = new ReachCatalog(scratch, schema, new PrivilegedRoutines());
    }

    @AfterAll
    static void drop() throws SQLException {
        catalog.close();
    }

    /** A blank in front of a body means that it is parsed when the function is created. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "() RETURNS text|SELECT 'the output of a member of the organization'",
                "() RETURNS text|SELECT 'the output'::pg_catalog.text",
                "() RETURNS text|SELECT 'it''s; END; DROP TABLE x'",
                "() RETURNS text|SELECT $a$ ; END; $b$ -- $a$ -- END; drop\n ;",
                "() RETURNS text|/* ; END */ SELECT 'a' /* ; /* nested ; */ END */ AS \"END;\" ; ; -- END",
                "(text) RETURNS text|SELECT upper($1)",
                "(a text, OUT b text, OUT c integer) RETURNS record|SELECT upper(a), length(a)",
                "(a integer, INOUT b integer) RETURNS integer|SELECT a + b * 2",
                "(VARIADIC a integer[]) RETURNS bigint|SELECT count(*) FROM unnest(a) x WHERE x > 2",
                "() RETURNS timestamptz|SELECT now()",
                "() RETURNS TABLE (a text, b numeric)|SELECT currency, max(rate) FROM public.rate GROUP BY 1 ORDER BY 1 LIMIT 3",
                "(c text) RETURNS numeric|WITH r AS (SELECT rate FROM public.rate WHERE currency = c) SELECT coalesce((SELECT rate FROM r), 1)",
                "(a boolean) RETURNS integer|SELECT CASE WHEN a THEN 1 ELSE 2 END UNION VALUES (3)",
                "() RETURNS text| SELECT 'a'::text || (SELECT count(*) FROM public.rate)",
                "() RETURNS SETOF text| SELECT currency FROM public.rate; SELECT 'b'",
                "() RETURNS text| RETURN current_user"
            })
    void aBodyThatGivesNothingIsNoLeak(String function) throws SQLException {
        assertThat(find(create(function, "SET search_path = ''"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "() RETURNS SETOF text|SELECT title FROM public.research_plan",
                "() RETURNS SETOF text| SELECT title FROM public.research_plan",
                "() RETURNS SETOF text|SELECT value FROM public.secret",
                "() RETURNS SETOF text|SELECT value FROM public.limited",
                "() RETURNS SETOF text|SELECT value FROM public.fenced",
                "() RETURNS SETOF text|SELECT title FROM public.plans",
                "() RETURNS SETOF text|SELECT currency FROM public.rates",
                "() RETURNS SETOF text|SELECT currency FROM public.copies",
                "() RETURNS SETOF text|SELECT value FROM public.parent",
                "() RETURNS SETOF text|SELECT value FROM public.indexed",
                "() RETURNS SETOF text|SELECT rolpassword FROM pg_catalog.pg_authid",
                "() RETURNS SETOF text|SELECT currency FROM public.rate FOR UPDATE",
                "() RETURNS SETOF text|SELECT currency FROM public.rate TABLESAMPLE system (1)",
                "() RETURNS text|SELECT (SELECT title FROM public.research_plan LIMIT 1)",
                "() RETURNS text|SELECT 'a' WHERE EXISTS (SELECT FROM public.secret)",
                "() RETURNS text|WITH d AS (DELETE FROM public.rate RETURNING currency) SELECT currency FROM d",
                "() RETURNS void|DELETE FROM public.rate",
                "() RETURNS void|INSERT INTO public.rate VALUES ('a', 1) ON CONFLICT DO NOTHING",
                "() RETURNS void|TRUNCATE public.research_plan CASCADE",
                "() RETURNS void|ALTER TABLE public.research_plan DISABLE ROW LEVEL SECURITY",
                "() RETURNS void|NOTIFY plans",
                "() RETURNS integer|SELECT 1; DROP TABLE public.rate; SELECT 1",
                "() RETURNS integer|SELECT 1; END; DROP TABLE public.rate; SELECT 1",
                "() RETURNS text|SELECT 'a\\'; END; DROP TABLE public.rate; --'",
                "() RETURNS text|SELECT U&\"!0061\" UESCAPE '!' FROM public.rate",
                "() RETURNS xml|SELECT query_to_xml('SELECT title FROM public.research_plan', true, false, '')",
                "() RETURNS xml|SELECT table_to_xml('public.research_plan', true, false, '')",
                "() RETURNS bigint|SELECT count(*) FROM ts_stat('SELECT search FROM public.document_chunk')",
                "() RETURNS tsquery|SELECT ts_rewrite('a'::pg_catalog.tsquery, 'SELECT t, s FROM public.aliases')",
                "() RETURNS bytea|SELECT lo_get(1)",
                "() RETURNS text|SELECT pg_read_file('pg_hba.conf')",
                "() RETURNS text|SELECT set_config('app.tenant_id', 'b', false)",
                "() RETURNS text|SELECT current_setting('data_directory')",
                "() RETURNS bigint|SELECT nextval('public.counter')",
                "() RETURNS text|SELECT pg_get_viewdef('public.plans')",
                "(text) RETURNS text|SELECT own.upper($1)",
                "(text) RETURNS text|SELECT $1 OPERATOR(own.||) 'a'",
                "() RETURNS text|SELECT own.joined(currency) FROM public.rate",
                "() RETURNS own.word|SELECT 'a'",
                "(own.word) RETURNS text|SELECT 'a'",
                "() RETURNS text|SELECT 'a'::own.word",
                "() RETURNS SETOF public.rate|SELECT * FROM public.rate",
                "() RETURNS SETOF text|SELECT r::pg_catalog.text FROM public.rate r",
                "(anyelement) RETURNS text|SELECT upper($1::pg_catalog.text)",
                "() RETURNS text|SELECT x FROM xmltable('/a' PASSING '<a/>' COLUMNS x pg_catalog.text)",
                "() RETURNS text|SELECT 'a' AS \":funcid 16400\"",
                "() RETURNS text| SELECT own.upper('a')",
                "() RETURNS text| RETURN (SELECT title FROM public.research_plan LIMIT 1)",
                "() RETURNS void| DELETE FROM public.rate",
                "() RETURNS integer| SELECT 1; UPDATE public.rate SET rate = 1; SELECT 2",
                "() RETURNS SETOF text| SELECT value FROM public.indexed"
            })
    void whatIsNotProvenIsALeak(String function) throws SQLException {
        assertThat(find(create(function, "SET search_path = ''")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.BROKEN));
    }

    /** The caller decides what a name is that only its temporary schema or its own path resolves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "() RETURNS text|SELECT 'a'::text",
                "() RETURNS SETOF text|SELECT currency FROM rate",
                "() RETURNS uuid|SELECT gen_random_uuid()::text::uuid"
            })
    void aNameThatTheCallerCanTakeIsALeak(String function) throws SQLException {
        assertThat(find(create(function, "SET search_path = public, pg_temp"))).isEmpty();
        assertThat(find(create(function, "SET search_path = public")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).contains("make pg_temp the last schema"));
        assertThat(find("REVOKE TEMP ON DATABASE " + scratch.database().name() + " FROM PUBLIC;"
                        + create(function, "SET search_path = public")))
                .isEmpty();
        assertThat(find(create(function, ""))).hasSize(1);
        assertThat(find(create(function, "SET search_path = \"$user\", public, pg_temp")))
                .hasSize(1);
        assertThat(find(create(function, "SET search_path = public, pg_temp SET work_mem = '1MB'")))
                .hasSize(1);
    }

    @Test
    void aFunctionOfTheUserThatStandsForABuiltinOneIsALeak() throws SQLException {
        String function = "(text) RETURNS text|SELECT upper($1) || 'a'";
        assertThat(find(create(function, "SET search_path = pg_catalog, own, pg_temp")))
                .isEmpty();
        assertThat(find(create(function, "SET search_path = own, pg_catalog, pg_temp")))
                .hasSize(1);
    }

    @Test
    void onlyFunctionsInSqlAreProven() throws SQLException {
        assertThat(find("CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''"
                        + " AS $f$ BEGIN RETURN 'a'; END $f$"))
                .hasSize(1);
        assertThat(find("CREATE PROCEDURE f() LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1'"))
                .hasSize(1);
        assertThat(find("CREATE FUNCTION f() RETURNS text LANGUAGE sql SECURITY DEFINER LEAKPROOF SET search_path = ''"
                        + " AS $f$SELECT 'a'$f$"))
                .hasSize(1);
    }

    /** Shows why: a temporary type runs code as the owner of a function that only casts a constant. */
    @Test
    void aTemporaryTypeRunsAsTheOwner() throws SQLException {
        try (Connection connection = scratch.database().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(create("() RETURNS text|SELECT 'a'::text", "SET search_path = ''"));
            statement.execute(scratch.named("SET LOCAL ROLE $app"));
            statement.execute("CREATE FUNCTION pg_temp.evil(pg_catalog.text) RETURNS boolean LANGUAGE plpgsql AS"
                    + " $f$ BEGIN PERFORM FROM public.secret; RETURN true; END $f$");
            statement.execute("CREATE DOMAIN pg_temp.text AS pg_catalog.text CHECK (pg_temp.evil(VALUE))");
            assertThat(statement.execute("SELECT public.f()")).isTrue();
            connection.rollback();
        }
    }

    private static String create(String function, String options) {
        String[] parts = function.split("\\|", 2);
        String body = parts[1];
        boolean parsed = body.startsWith(" ");
        String head = "CREATE FUNCTION public.f" + parts[0] + " LANGUAGE sql SECURITY DEFINER " + options;
        if (!parsed) {
            return "SET LOCAL check_function_bodies = off; " + head + " AS $body$" + body + "$body$";
        }
        boolean expression = body.strip().startsWith("RETURN");
        return head + (expression ? body : " BEGIN ATOMIC" + body + "; END");
    }

    private static List<ReachFinding> find(String change) throws SQLException {
        return catalog.findAfter(change);
    }
}
