package dev.tenon.schema.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles get their actual names where the grammar has a role, and nothing else does. */
class RoleMappingTest {

    private final RoleMapping mapping = new RoleMapping(Map.of("app", "App Prod", "ops", "app"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "GRANT SELECT (app), UPDATE ON TABLE app.app TO app, other, ops WITH GRANT OPTION"
                        + "|GRANT SELECT (app), UPDATE ON TABLE app.app TO \"App Prod\", other, app WITH GRANT OPTION",
                "GRANT app TO ops GRANTED BY app|GRANT \"App Prod\" TO app GRANTED BY \"App Prod\"",
                "REVOKE ALL ON SCHEMA app FROM PUBLIC, app CASCADE|REVOKE ALL ON SCHEMA app FROM PUBLIC, \"App Prod\" CASCADE",
                "CREATE POLICY app ON app FOR ALL TO ops, App USING (app = 'app') WITH CHECK (app)"
                        + "|CREATE POLICY app ON app FOR ALL TO app, \"App Prod\" USING (app = 'app') WITH CHECK (app)",
                "ALTER POLICY app ON app RENAME TO app|ALTER POLICY app ON app RENAME TO app",
                "ALTER TABLE app OWNER TO app|ALTER TABLE app OWNER TO \"App Prod\"",
                "ALTER TABLE app RENAME TO app|ALTER TABLE app RENAME TO app",
                "ALTER DEFAULT PRIVILEGES FOR ROLE app IN SCHEMA app GRANT SELECT ON TABLES TO ops"
                        + "|ALTER DEFAULT PRIVILEGES FOR ROLE \"App Prod\" IN SCHEMA app GRANT SELECT ON TABLES TO app",
                "SET LOCAL ROLE app|SET LOCAL ROLE \"App Prod\"",
                "CREATE SCHEMA app AUTHORIZATION app|CREATE SCHEMA app AUTHORIZATION \"App Prod\"",
                "ALTER SEQUENCE app OWNED BY app.app|ALTER SEQUENCE app OWNED BY app.app",
                "REASSIGN OWNED BY app TO ops|REASSIGN OWNED BY \"App Prod\" TO app",
                "CREATE TABLE app (app text DEFAULT 'app', ops integer)|CREATE TABLE app (app text DEFAULT 'app', ops integer)",
                "INSERT INTO app (app) SELECT ops FROM app|INSERT INTO app (app) SELECT ops FROM app",
                "GRANT SELECT ON t TO \"app\"|GRANT SELECT ON t TO \"App Prod\""
            })
    void rolesAreFoundByTheirPlace(String declared, String actual) {
        assertThat(mapping.sql(declared)).isEqualTo(actual);
        assertThat(mapping.isUnclear(declared)).isFalse();
    }

    @Test
    void theRoleIsCreatedUnderItsActualName() {
        assertThat(mapping.sql(GlobalObjectSql.createRole("ops"))).isEqualTo(GlobalObjectSql.createRole("app"));
        assertThat(mapping.isUnclear(GlobalObjectSql.createRole("ops"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DO $$ BEGIN EXECUTE 'GRANT SELECT ON t TO app'; END $$",
                "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ SET ROLE app $$",
                "CREATE POLICY p ON t USING (pg_has_role('app', 'MEMBER'))",
                "SELECT set_config('role', 'app', false)"
            })
    void whatMayBeARoleInAConstantIsUnclear(String sql) {
        assertThat(mapping.isUnclear(sql)).isTrue();
    }

    @Test
    void twoRolesCannotBecomeOne() {
        assertThatThrownBy(() -> new RoleMapping(Map.of("a", "c", "b", "c"))).hasMessageContaining("same actual name");
    }
}
