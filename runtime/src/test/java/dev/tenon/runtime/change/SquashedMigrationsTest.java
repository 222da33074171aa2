package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.runtime.migrate.MigrationStatus;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Schema;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.change.ChangeCases;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationSquasher;
import dev.tenon.schema.internal.generate.MigrationText;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A squashed migration makes the database that the replaced ones make, and counts as applied where they are. */
class SquashedMigrationsTest {

    private static final int VERSION = 17;
    private static final String FIRST = "first";
    private static final String SECOND = "second";
    private static final String MORE = "third";

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @MethodSource("cases")
    void aSquashedMigrationMakesTheSameDatabase(ChangeCase change) throws SQLException {
        MigrationsFolder folder = ChangeDatabase.first(change, temporary);
        MigrationDraft draft = change.draft();
        folder.add("change", MigrationText.write("change", draft.steps()), draft.snapshot());
        try (Scratch bySteps = Scratch.create(VERSION);
                Scratch atOnce = Scratch.create(VERSION)) {
            assertThat(migrate(bySteps, folder).applied()).isEqualTo(2);
            squash(folder, 2, false);
            assertThat(MigrationDirectory.at(folder.path()).check()).isEmpty();

            assertThat(migrate(bySteps, folder).text()).isEqualTo("Migration state: 2 applied, 2 expected, 0 pending");
            assertThat(migrate(atOnce, folder).text()).isEqualTo("Migration state: 1 applied, 1 expected, 0 pending");
            assertThat(catalogs(atOnce)).isEqualTo(catalogs(bySteps));
        }
    }

    /** Returns every twelfth case; an endurance run uses all. */
    static Stream<ChangeCase> cases() {
        List<ChangeCase> planned = ChangeCases.all().stream()
                .filter(change -> change.draft().findings().isEmpty())
                .toList();
        return IntStream.range(0, planned.size())
                .filter(i -> Endurance.ASKED || i % 12 == 0)
                .mapToObj(planned::get);
    }

    @Test
    void laterMigrationsFollowWhereTheReplacedOnesOrTheNewOneIsApplied() throws SQLException {
        MigrationsFolder folder = folder();
        try (Scratch old = Scratch.create(VERSION);
                Scratch fresh = Scratch.create(VERSION)) {
            migrate(old, folder);
            squash(folder, 2, false);
            migrate(fresh, folder);
            folder.generate("more", with(FIRST, SECOND, MORE));

            assertThat(migrate(old, folder).migrations())
                    .extracting(MigrationStatus::migration)
                    .extracting(Object::toString)
                    .containsExactly("0001_init", "0002_second", "0003_more");
            assertThat(migrate(fresh, folder).migrations())
                    .extracting(MigrationStatus::migration)
                    .extracting(Object::toString)
                    .containsExactly("0002_squash", "0003_more");
            // A squash may replace another one.
            squash(folder, 3, false);
            assertThat(migrate(old, folder).isCurrent()).isTrue();
            assertThat(MigrationDirectory.at(folder.path()).check()).isEmpty();
        }
    }

    @Test
    void aDatabaseThatLacksSomeOfTheReplacedMigrationsIsRefused() throws SQLException {
        MigrationsFolder folder = new MigrationsFolder(temporary).generate("init", with(FIRST));
        try (Scratch scratch = Scratch.create(VERSION)) {
            migrate(scratch, folder);
            folder.generate("second", with(FIRST, SECOND));
            squash(folder, 2, false);
            assertThatThrownBy(() -> migrate(scratch, folder))
                    .hasMessageContaining("TN673")
                    .hasMessageContaining("0002_second");
        }
    }

    @Test
    void manualPartsAreAppendedOnRequestOnly() throws SQLException, IOException {
        MigrationsFolder folder = folder();
        manual(
                folder,
                "0001_init",
                "CREATE TABLE first.one (a int);\n\n-- tenon:step no-transaction\nVACUUM first.one");
        manual(folder, "0002_second", "-- after it\nCREATE TABLE second.two (a int)");
        Files.writeString(folder.path().resolve("0003_own.sql"), "-- tenon:step no-transaction\nVACUUM second.two;\n");
        MigrationDirectory directory = MigrationDirectory.at(folder.path());
        directory.recordManualParts();

        assertThatThrownBy(() -> squash(folder, 3, false))
                .isInstanceOf(MigrationDirectoryException.class)
                .hasMessageContaining("0001_init.sql, 0002_second.sql, 0003_own.sql")
                .hasMessageContaining("--with-manual-parts");
        squash(folder, 3, true);
        assertThat(directory.check()).isEmpty();
        try (Scratch scratch = Scratch.create(VERSION)) {
            assertThat(migrate(scratch, folder).isCurrent()).isTrue();
            assertThat(scratch.text(
                            "SELECT to_regclass('first.one') IS NOT NULL AND to_regclass('second.two') IS NOT NULL"))
                    .isEqualTo("t");
        }
        assertThatThrownBy(() -> directory.drop(true)).hasMessageContaining("would be lost");
    }

    private MigrationsFolder folder() {
        return new MigrationsFolder(temporary).generate("init", with(FIRST)).generate("second", with(FIRST, SECOND));
    }

    private static Schema with(String... namespaces) {
        List<Namespace> all = Stream.of(namespaces)
                .map(name -> new Namespace(name, List.of()))
                .toList();
        return new Schema(List.of(), all, List.of(), List.of(), List.of(), Optional.empty());
    }

    /**
     * Returns the catalogs without what a change leaves behind, and no comparison of schemas sees: the numbers of
     * columns, since dropped ones keep theirs; the names of the columns of an index and of the indexes of a partition,
     * since renames do not change them; the persistence of a sequence that is replaced together with SET UNLOGGED.
     */
    private static String catalogs(Scratch scratch) {
        return new DatabaseContents(scratch)
                .catalogs()
                .replaceAll("(?m)^(owner .*) \\d+$", "$1")
                .replaceAll("(?m)^(column \\S+ \\S+)_tenon_new ", "$1 ")
                .replace("plan_first_pkey", "plan_early_pkey")
                .replaceAll("(?m)^(relation \\S+ S) [pu]", "$1")
                .lines()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static void manual(MigrationsFolder folder, String migration, String sql) throws IOException {
        Files.writeString(folder.sql(migration), "\n-- tenon:manual\n" + sql + "\n", StandardOpenOption.APPEND);
    }

    private static void squash(MigrationsFolder folder, int number, boolean withManualParts) {
        MigrationSquasher.squash(MigrationDirectory.at(folder.path()), number, "squash", withManualParts);
    }

    private static MigrationState migrate(Scratch scratch, MigrationsFolder folder) {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(folder.path())
                .listener(event -> {})
                .load()
                .migrate()
                .after();
    }
}
