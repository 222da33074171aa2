package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** If the catalogs do not show the outcome of a step, a user decides, and the next run continues. */
class RepairTest {

    /** Calls a procedure, whose effect the catalogs do not show. */
    private static final String SQL = """
            -- tenon:manual
            CREATE TABLE public.log (what text);
            CREATE PROCEDURE public.note() LANGUAGE sql AS $$ INSERT INTO public.log VALUES ('noted') $$;
            -- tenon:step no-transaction
            CALL public.note();
            -- tenon:step
            INSERT INTO public.log VALUES ('after');
            """;

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    RepairTest() throws SQLException {}

    @BeforeEach
    void interruptTheStep() {
        new MigrationsFolder(temp.resolve("migrations")).add("note", SQL, ShopSchema.of(new String[0]));
        WatchedSource dying = new WatchedSource(scratch.database().dataSource(), new WatchedSource.Watch() {
            @Override
            public void before(String call) {
                if (call.startsWith("CALL")) {
                    throw new FailingSource.Death(call);
                }
            }

            @Override
            public void after(String call) {}
        });
        assertThatThrownBy(
                        () -> configured().dataSource(dying.dataSource()).load().migrate())
                .isInstanceOf(FailingSource.Death.class);
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void migrateReportsTheStepAndHowToResolveIt() {
        assertThatThrownBy(() -> tenon().migrate())
                .hasMessageContaining("[TN623]")
                .hasMessageContaining("0001_note.sql:5")
                .hasMessageContaining("tenon repair --done 1.2")
                .hasMessageContaining("tenon repair --again 1.2");
        assertThat(tenon().interruptedSteps()).singleElement().satisfies(step -> {
            assertThat(step.isUndecided()).isTrue();
            assertThat(step)
                    .hasToString("0001_note step 2 of 3: CALL public.note(): the catalogs do not show whether it"
                            + " took effect");
        });
    }

    @Test
    void aStepThatHadNoEffectRunsAgain() {
        tenon().resolveStep(1, 2, false);
        tenon().migrate();
        assertThat(log()).isEqualTo("noted,after");
        assertThat(tenon().interruptedSteps()).isEmpty();
    }

    @Test
    void aStepThatTookEffectIsNotRepeated() {
        tenon().resolveStep(1, 2, true);
        tenon().migrate();
        assertThat(log()).isEqualTo("after");
    }

    @Test
    void aCommittedStepCannotBeResolved() {
        assertThatThrownBy(() -> tenon().resolveStep(1, 1, false)).hasMessageContaining("[TN628]");
        assertThatThrownBy(() -> tenon().resolveStep(7, 1, true)).hasMessageContaining("[TN628]");
    }

    /** The catalogs show an index, or that it is missing or INVALID. */
    @Test
    void aStepThatTheCatalogsShowAsNotDoneCannotBeRecordedAsDone() {
        tenon().resolveStep(1, 2, true);
        tenon().migrate();
        new MigrationsFolder(temp.resolve("migrations")).add("index", """
                -- tenon:manual
                -- tenon:step no-transaction
                CREATE INDEX CONCURRENTLY log_what ON public.log (what);
                """, ShopSchema.of(new String[0]));
        FailingSource dying =
                new FailingSource(scratch.database().dataSource(), call -> call.contains("INSERT INTO tenon.history"));
        assertThatThrownBy(
                        () -> configured().dataSource(dying.dataSource()).load().migrate())
                .isInstanceOf(FailingSource.Death.class);
        assertThatThrownBy(() -> tenon().resolveStep(2, 1, true)).hasMessageContaining("[TN626]");
        scratch.execute("INSERT INTO log VALUES ('after')");
        assertThatThrownBy(() -> scratch.executeAsIs("CREATE UNIQUE INDEX CONCURRENTLY log_what ON log (what)"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> tenon().resolveStep(2, 1, true)).hasMessageContaining("[TN626]");
        scratch.execute("DROP INDEX log_what; CREATE INDEX log_what ON log (what)");
        tenon().resolveStep(2, 1, true);
        assertThat(tenon().status().isCurrent()).isTrue();
    }

    private String log() {
        return String.valueOf(scratch.text("SELECT string_agg(what, ',' ORDER BY ctid) FROM log"));
    }

    private Tenon tenon() {
        return configured().load();
    }

    private TenonConfig configured() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp.resolve("migrations"))
                .listener(event -> {});
    }
}
