package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.internal.lock.AdvisoryLock;
import dev.tenon.runtime.internal.lock.HeldLock;
import dev.tenon.runtime.internal.lock.LockWait;
import dev.tenon.runtime.internal.session.Sessions;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that share a database have a history each. */
class HistorySchemaTest {

    private static final String HOSTILE = "it's \"{name}\" ü; DROP";

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path shop;

    @TempDir
    private Path blog;

    HistorySchemaTest() throws SQLException {}

    @BeforeEach
    void generate() {
        new MigrationsFolder(shop).generate("init", ShopSchema.of("customer"));
        new MigrationsFolder(blog).generate("base", ShopSchema.of("post"));
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"blog_history", HOSTILE})
    void eachApplicationSeesOnlyItsOwnMigrationsAndTables(String name) throws SQLException {
        Tenon one = tenon(shop, "tenon");
        Tenon two = tenon(blog, name);
        assertThat(one.migrate().applied()).hasSize(1);
        assertThat(two.status().pending()).isEqualTo(1);
        assertThat(two.preview().steps()).isNotEmpty();
        assertThat(two.migrate().applied()).hasSize(1);
        assertThat(two.migrate().applied()).isEmpty();
        for (Tenon each : new Tenon[] {one, two}) {
            assertThat(each.verifyFully().clean()).isTrue();
            assertThat(each.verify().clean()).isTrue();
            assertThat(each.status().isCurrent()).isTrue();
            assertThat(each.interruptedSteps()).isEmpty();
        }
        assertThat(one.verifyStrictly().differences()).singleElement().hasToString("table post is unexpected");

        new MigrationsFolder(blog).generate("more", ShopSchema.of("post", "reader"));
        new MigrationsFolder(shop).generate("more", ShopSchema.of(ShopSchema.indexed(ShopSchema.table("customer"))));
        assertThat(two.migrate().applied()).hasSize(1);
        assertThat(one.migrate().applied()).hasSize(1);
        assertThat(DatabaseReader.read(scratch.connection()).live().schema().tables())
                .as("no table of a history is the user's")
                .extracting(Table::name)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("public.customer", "public.post", "public.reader");
        assertThat(scratch.text("SELECT count(*) FROM pg_namespace WHERE nspname = '" + name.replace("'", "''") + "'"))
                .isEqualTo("1");
    }

    @Test
    void aBaselineAndItsLeftoversBelongToOneHistory() {
        scratch.execute("CREATE TABLE post (id bigint CONSTRAINT post_pkey PRIMARY KEY, name text NOT NULL);"
                + " CREATE INDEX by_hand ON post (name)");
        tenon(shop, "tenon").migrate();
        Tenon two = tenon(blog, HOSTILE);
        assertThatThrownBy(two::baseline).hasMessageContaining("[TN630]");
        assertThat(two.baselineAcceptingLeftovers(connection -> {}).leftovers())
                .extracting(Leftover::identity)
                .containsExactly("index public.post.by_hand", "table public.customer");
        assertThat(two.verifyFully().clean()).isTrue();
        assertThat(two.status().applied()).isEqualTo(1);
        assertThat(tenon(shop, "tenon").status().applied()).isEqualTo(1);
    }

    @Test
    void theHistoryOfAnotherApplicationIsNamed() {
        tenon(shop, "tenon").migrate();
        assertThatThrownBy(() -> tenon(blog, "tenon").migrate())
                .hasMessageContaining(
                        "[TN613] this history belongs to other migrations: it begins with 0001_init, applied on")
                .hasMessageContaining("and this directory with 0001_base")
                .hasMessageContaining("--history SCHEMA");
        assertThat(scratch.text("SELECT to_regclass('post') IS NULL")).isEqualTo("t");
    }

    @Test
    void anEqualNameOfTheFirstMigrationMayBeAnotherApplication(@TempDir Path folder) {
        tenon(shop, "tenon").migrate();
        new MigrationsFolder(folder).generate("init", ShopSchema.of("post"));
        assertThatThrownBy(() -> tenon(folder, "tenon").migrate())
                .hasMessageContaining("0001_init.sql differs from what was applied")
                .hasMessageContaining("--history SCHEMA");
    }

    @Test
    void otherHistoriesAreNotWaitedFor() throws SQLException {
        Sessions sessions = new Sessions(scratch.database().dataSource(), "shop", "tenon");
        LockWait wait = new LockWait(Duration.ZERO, connection -> Optional.empty(), event -> {});
        try (HeldLock lead = HeldLock.take(AdvisoryLock.migration("tenon"), sessions.open(), wait);
                HeldLock work = HeldLock.take(AdvisoryLock.work("tenon"), sessions.open(), wait)) {
            assertThat(lead.session()).isNotEqualTo(work.session());
            assertThat(tenon(blog, HOSTILE).migrate().applied()).hasSize(1);
            assertThatThrownBy(() -> tenon(shop, "tenon").migrate()).hasMessageContaining("[TN620]");
        }
    }

    @Test
    void aHistoryThatOthersCanChangeIsNotBelieved() {
        tenon(blog, HOSTILE).migrate();
        scratch.role("other");
        scratch.execute("GRANT UPDATE ON " + new HistorySchema(HOSTILE).table("history") + " TO $other");
        assertThatThrownBy(() -> tenon(blog, HOSTILE).migrate())
                .hasMessageContaining("[TN672] the schema " + HOSTILE + " is not the migrator's alone: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pg_mine", "information_schema", "public", "a\nb"})
    void aSchemaOfOthersIsRefused(String name) {
        assertThatThrownBy(() -> tenon(blog, name)).hasMessageContaining("cannot be the schema of a history");
    }

    private Tenon tenon(Path migrations, String history) {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(migrations)
                .historySchema(history)
                .lockTimeout(Duration.ZERO)
                .listener(event -> {})
                .load();
    }
}
