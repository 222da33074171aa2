package dev.tenon.runtime.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.session.Session;
import dev.tenon.runtime.internal.session.Sessions;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The history of an older version is upgraded by its owner; another role is refused only if it needs the upgrade. */
class HistoryUpgradeTest {

    private final Scratch scratch = Scratch.create();

    HistoryUpgradeTest() throws SQLException {}

    @BeforeEach
    void createOldHistory() throws SQLException {
        scratch.execute("ALTER ROLE $stranger LOGIN PASSWORD 'secret'");
        create("postgres", true);
        scratch.execute("GRANT USAGE ON SCHEMA tenon TO $stranger; GRANT ALL ON tenon.history TO $stranger;"
                + " ALTER TABLE tenon.history DROP CONSTRAINT history_state_check,"
                + " ADD CONSTRAINT history_state_check CHECK (state IN ('running', 'done', 'undoing', 'undone'))");
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void theOwnerUpgradesIt() throws SQLException {
        scratch.execute("ALTER TABLE tenon.history DROP COLUMN progress_total");
        create("postgres", false);
        assertThat(HistoryUpgrade.find(HistorySchema.DEFAULT, scratch.connection()))
                .satisfies(found -> {
                    assertThat(found.columns()).isFalse();
                    assertThat(found.states()).isFalse();
                });
    }

    @Test
    void anotherRoleNeedsNoStatesToMigrate() throws SQLException {
        create(scratch.role("stranger"), false);
        assertThatThrownBy(() -> create(scratch.role("stranger"), true))
                .hasMessageContaining("[TN606] an older version of Tenon created the table tenon.history, which needs")
                .hasMessageContaining("run once as a member of ")
                .hasMessageContaining(": ALTER TABLE tenon.history ADD COLUMN IF NOT EXISTS undo text[], ");
    }

    @Test
    void anotherRoleNeedsTheColumns() {
        scratch.execute("ALTER TABLE tenon.history DROP COLUMN undo");
        assertThatThrownBy(() -> create(scratch.role("stranger"), false)).hasMessageContaining("[TN606]");
    }

    private void create(String user, boolean allStates) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        if (!user.equals("postgres")) {
            source.setUser(user);
            source.setPassword("secret");
        }
        try (Session session = new Sessions(source, "tenon", "tenon").open()) {
            HistoryTable.create(
                    HistorySchema.DEFAULT, session, allStates, Duration.ofMillis(100), Duration.ofSeconds(1));
        }
    }
}
