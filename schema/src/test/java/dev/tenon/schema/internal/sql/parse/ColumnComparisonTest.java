package dev.tenon.schema.internal.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnComparisonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org_id = current_setting('app.org')",
                "current_setting('app.org', true)::uuid = org_id",
                "(org_id = (current_setting('app.org'::text, true))::bigint)",
                "((org_id)::text = (current_setting('app.org'::text))::text)",
                "(t.org_id = ( SELECT (NULLIF(current_setting('app.org'::text, true), ''::text))::uuid AS \"nullif\"))",
                "\"org_id\" = (NULLIF(current_setting('app.org'::text, true), ''::text))::character varying",
                "org_id = (SELECT CASE WHEN ((NULLIF(current_setting('app.org'::text, true), ''::text))::date)::text"
                        + " COLLATE \"C\" = NULLIF(current_setting('app.org'::text, true), ''::text)"
                        + " THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::date ELSE NULL::date END)",
                "org_id = ( SELECT CASE WHEN (((NULLIF(current_setting('app.org'::text, true), ''::text))::date)::text"
                        + " = NULLIF(current_setting('app.org'::text, true), ''::text))"
                        + " THEN (NULLIF(current_setting('app.org'::text, true), ''::text))::date END AS \"case\")"
            })
    void aComparisonWithASettingIsRecognized(String condition) {
        assertThat(ColumnComparison.of(condition))
                .hasValue(new ColumnComparison("org_id", new SessionValue.Setting("app.org")));
    }

    /** Each admits other rows than the comparison with the setting, or none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "org_id = current_setting('app.org') AND id > 0",
                "org_id = current_setting('app.org') OR true",
                "NOT org_id = current_setting('app.org')",
                "(org_id = current_setting('app.org')) IS NOT FALSE",
                "org_id <= current_setting('app.org')",
                "org_id <> current_setting('app.org')",
                "org_id = ANY (string_to_array(current_setting('app.org'), ','))",
                "org_id = lower(current_setting('app.org'))",
                "org_id = COALESCE(current_setting('app.org', true), 'all')",
                "org_id = NULLIF(current_setting('app.org'), 'admin')",
                "org_id = current_setting('app.org') || 'x'",
                "org_id = current_setting('app.' || 'org')",
                "org_id = (current_setting('app.org'))::character varying(3)",
                "(org_id)::character varying(3) = current_setting('app.org')",
                "org_id = (current_setting('app.org'))::date",
                "org_id = current_setting('app.org') COLLATE \"und-x-icu\"",
                "org_id = (SELECT current_setting('app.org') FROM t)",
                "org_id + 1 = current_setting('app.org')::int",
                "org_id = ((current_setting('request.jwt.claims', true))::json ->> 'org')",
                "org_id = CASE WHEN true = true THEN current_setting('app.org') END",
                "true",
                ""
            })
    void otherConditionsAreNot(String condition) {
        assertThat(ColumnComparison.of(condition).map(ColumnComparison::value))
                .isNotEqualTo(Optional.of(new SessionValue.Setting("app.org")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT current_setting('a.b') $$               | true
            CREATE FUNCTION f() RETURNS uuid LANGUAGE sql AS 'select nullif(current_setting(''a.b'', true), '''')::uuid;' | true
            CREATE FUNCTION f() RETURNS text LANGUAGE sql RETURN current_setting('a.b'::text)                  | true
            CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $f$ BEGIN RETURN current_setting('a.b'); END; $f$ | true
            CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT current_setting('a.b') FROM t $$        | false
            CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT current_setting('a.b') LIMIT 0 $$       | false
            CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT 1; SELECT current_setting('a.b') $$     | false
            CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ BEGIN IF x THEN RETURN current_setting('a.b'); END IF; END $$ | false
            """)
    void whatAFunctionReturnsIsReadFromItsBody(String create, boolean setting) {
        assertThat(SessionValue.returnedBy(create).equals(new SessionValue.Setting("a.b")))
                .isEqualTo(setting);
    }
}
