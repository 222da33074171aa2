package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.change.ChangeCases;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationText;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A migrator that is killed at every place of a migration, one run after the other, reaches the same result as one that
 * is not killed, without loss of rows.
 */
class KilledChangeTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("casesAndVersions")
    void everyKillIsSurvived(ChangeCase change, int version) throws SQLException, InterruptedException {
        MigrationDraft draft = change.draft();
        Path migrations = migrations(change, draft);
        try (Scratch whole = ChangeDatabase.before(change, version, temporary);
                Scratch broken = ChangeDatabase.before(change, version, temporary)) {
            DatabaseContents expected = new DatabaseContents(whole);
            DatabaseContents found = new DatabaseContents(broken);
            SharedValues shared = new SharedValues(change, whole);
            Map<ObjectPath, String> values = shared.before();
            new KilledMigrator(whole, migrations).run();
            assertThat(shared.after()).isEqualTo(values);

            KilledMigrator killer = new KilledMigrator(broken, migrations);
            for (KillPoint death : KillPoint.sample(change, draft.steps())) {
                killer.runUntil(death);
            }
            killer.run();
            AppliedChangeCheck.check(change, draft, broken);
            assertThat(found.catalogs()).isEqualTo(expected.catalogs());
            assertThat(found.rows(change)).isEqualTo(expected.rows(change));
        }
    }

    private Path migrations(ChangeCase change, MigrationDraft draft) {
        MigrationsFolder folder = ChangeDatabase.first(change, temporary);
        return folder.add("change", MigrationText.write("change", draft.steps()), draft.snapshot())
                .path();
    }

    /**
     * Returns the cases with several steps, and every fifth of the other cases, which are one transaction each, on the
     * newest version. An endurance run uses all cases, and those with several steps also on the oldest version.
     */
    static Stream<Arguments> casesAndVersions() {
        List<ChangeCase> planned = ChangeCases.all().stream()
                .filter(change -> change.draft().findings().isEmpty())
                .toList();
        return IntStream.range(0, planned.size()).boxed().flatMap(i -> {
            boolean severalSteps = planned.get(i).draft().steps().size() > 1;
            Stream<Integer> versions = !Endurance.ASKED
                    ? Stream.of(18).filter(version -> severalSteps || i % 5 == 0)
                    : severalSteps ? Stream.of(15, 18) : Stream.of(18);
            return versions.map(version -> Arguments.of(planned.get(i), version));
        });
    }
}
