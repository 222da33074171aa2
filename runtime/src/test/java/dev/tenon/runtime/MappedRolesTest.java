package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.schema.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role may have another name in each environment; the files are the same. */
class MappedRolesTest {

    private static final String DECLARED = "declared_app";

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    MappedRolesTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void everyCommandUsesTheActualName() {
        Schema schema = Research.schema(DECLARED);
        new MigrationsFolder(temp)
                .generate("init", schema)
                .add(
                        "by_hand",
                        "-- tenon:manual\nGRANT USAGE ON SCHEMA billing TO declared_app, CURRENT_USER;\n",
                        schema);
        Tenon tenon = tenon(true);
        assertThat(tenon.migrate().verification().clean()).isTrue();
        assertThat(tenon.verifyStrictly().differences()).isEmpty();
        assertThat(tenon.verify().clean()).isTrue();
        assertThat(tenon.proveIsolation().failures()).isEmpty();
        tenon.guard(schema);
        assertThat(scratch.text("SELECT count(*) FROM pg_roles WHERE rolname = 'declared_app'"))
                .isEqualTo("0");
        assertThat(tenon(false).verify().clean()).isFalse();

        scratch.execute("DROP SCHEMA tenon CASCADE");
        assertThat(tenon.baseline().isCurrent()).isTrue();
    }

    @Test
    void whatMayNameTheRoleElsewhereIsRefusedBeforeAnythingRuns() {
        new MigrationsFolder(temp).add("by_hand", """
                        -- tenon:manual
                        CREATE TABLE t (id integer);
                        -- tenon:step
                        DO $$ BEGIN EXECUTE 'GRANT SELECT ON t TO declared_app'; END $$;
                        """, Schema.EMPTY);
        assertThatThrownBy(() -> tenon(true).migrate())
                .hasMessageContaining("[TN643]")
                .hasMessageContaining("0001_by_hand.sql");
        assertThat(scratch.text("SELECT to_regclass('t')")).isNull();
    }

    private Tenon tenon(boolean mapped) {
        TenonConfig config = Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(event -> {});
        return (mapped ? config.role(DECLARED, scratch.role("actual")) : config).load();
    }
}
