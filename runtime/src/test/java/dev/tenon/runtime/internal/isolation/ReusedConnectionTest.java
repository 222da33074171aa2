package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A connection that has served a tenant serves none afterwards, however its transaction ended, until a tenant is set.
 */
class ReusedConnectionTest {

    private static final String WITHOUT_TENANT = "row-level security policy";

    private final Scratch scratch;

    ReusedConnectionTest() throws SQLException {
        scratch = Scratch.create();
        Research.create(Research.schema(scratch.role("app")), scratch);
        scratch.execute("""
                INSERT INTO organization (id, slug) VALUES ('00000000-0000-0000-0000-000000000001', 'one');
                INSERT INTO research_plan (tenant_id, title) SELECT id, 'hers' FROM organization;
                SET ROLE $app""");
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMIT", "ROLLBACK"})
    void nothingIsVisibleOrWritableAfterTheTransaction(String end) {
        scratch.execute("BEGIN; SET LOCAL app.tenant_id = '00000000-0000-0000-0000-000000000001'");
        assertThat(scratch.text("SELECT title FROM research_plan")).isEqualTo("hers");
        scratch.execute(end);
        assertThat(scratch.text("SELECT current_setting('app.tenant_id')")).isEmpty();
        assertThat(scratch.text("SELECT count(*) FROM research_plan")).isEqualTo("0");
        assertThatThrownBy(
                        () -> scratch.execute(
                                "INSERT INTO research_plan (tenant_id, title) VALUES ('00000000-0000-0000-0000-000000000001', 'x')"))
                .hasMessageContaining(WITHOUT_TENANT);
        assertThatThrownBy(() -> scratch.execute("INSERT INTO research_plan (title) VALUES ('x')"))
                .hasMessageContaining(WITHOUT_TENANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "00000000-0000-0000-0000-00000000000", "'' OR true"})
    void anInvalidSettingIsNoTenant(String setting) {
        scratch.execute("SELECT set_config('app.tenant_id', '" + setting.replace("'", "''") + "', false)");
        assertThatThrownBy(() -> scratch.text("SELECT count(*) FROM research_plan"))
                .hasMessageContaining("invalid input syntax for type uuid");
    }
}
