package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.AbandonPreview;
import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonConfig;
import dev.tenon.runtime.migrate.MigrationProgress;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.Table;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.change.ChangeCases;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationText;
import dev.tenon.schema.internal.plan.statement.Step;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A migration that stopped after any of its steps can be taken back: the catalogs are as before it, rows are as before
 * unless a loss was named and accepted, and the migration can be generated anew and applied.
 */
class AbandonedChangeTest {

    /** Losses of values that existed before the migration. */
    private static final Set<String> OF_OLD_VALUES = Set.of(
            "convert-column",
            "restore-column",
            "restore-table",
            "restore-partition",
            "restore-label",
            "keep-backfill",
            "keep-computed");

    /** A build tries the cases in turns of this size. */
    private static final int EVERY = 3;

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyPlaceCanBeAbandoned(ChangeCase change) throws SQLException, InterruptedException {
        MigrationDraft draft = change.draft();
        MigrationsFolder folder = ChangeDatabase.first(change, temporary);
        String sql = MigrationText.write("change", draft.steps());
        folder.add("change", sql, draft.snapshot());
        try (Scratch scratch = ChangeDatabase.before(change, 18, temporary)) {
            DatabaseContents contents = new DatabaseContents(scratch);
            String catalogs = catalogs(contents);
            KilledMigrator killer = new KilledMigrator(scratch, folder.path());
            for (KillPoint place : places(draft)) {
                Map<String, String> rows = rows(change, scratch);
                killer.runUntil(place);
                AbandonPreview preview = tenon(scratch).previewAbandon();
                Set<String> accepted = new HashSet<>();
                preview.losses()
                        .forEach(loss -> accepted.add(loss.acceptance().orElseThrow(() -> new AssertionError(loss))));
                assertThat(tenon(scratch).abandon(accepted).migration()).isEqualTo(preview.migration());
                assertThat(catalogs(contents)).as(place.toString()).isEqualTo(catalogs);
                if (accepted.stream().noneMatch(token -> OF_OLD_VALUES.contains(token.split(":", 2)[0]))) {
                    assertThat(rows(change, scratch)).as(place.toString()).isEqualTo(rows);
                }
                assertThat(tenon(scratch).status().migrations().get(1).progress())
                        .isEqualTo(MigrationProgress.PENDING);
            }
            folder.drop().add("anew", sql, draft.snapshot());
            assertThat(tenon(scratch).migrate().after().isCurrent()).isTrue();
        }
    }

    /**
     * Without the names of NOT NULL constraints, which no schema declares, and without the order of columns: a column
     * whose type was changed back is the last one, also in a view of all columns.
     */
    private static String catalogs(DatabaseContents contents) {
        return contents.catalogs()
                .replaceAll("(?m)^constraint (\\S+) \\S+ t NOT NULL ", "constraint $1 NOT NULL ")
                .lines()
                .map(line -> line.strip().replaceAll(",$", ""))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private Map<String, String> rows(ChangeCase change, Scratch scratch) {
        Map<String, String> rows = new TreeMap<>();
        for (Table table : change.before().tables()) {
            String name = table.name().display();
            rows.put(
                    name,
                    String.valueOf(
                            scratch.text("SELECT string_agg(r, ',' ORDER BY r) FROM (SELECT to_jsonb(t)::text AS r"
                                    + " FROM " + name + " AS t) AS rows")));
        }
        return rows;
    }

    /** Returns the last committed step in a build, which leaves the most, and all places in an endurance run. */
    private static List<KillPoint> places(MigrationDraft draft) {
        List<KillPoint> all = KillPoint.all(draft.steps());
        List<KillPoint> committed = all.stream()
                .filter(place -> place.moment() == KillPoint.Moment.COMMITTED)
                .toList();
        return Endurance.ASKED || committed.isEmpty() ? all : committed.subList(committed.size() - 1, committed.size());
    }

    private Tenon tenon(Scratch scratch) {
        return configured(scratch).load();
    }

    private TenonConfig configured(Scratch scratch) {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temporary)
                .retryFor(Duration.ofSeconds(2))
                .listener(event -> {});
    }

    /** Returns the cases that can be half-applied: all in an endurance run, and otherwise a part of them. */
    static Stream<ChangeCase> cases() {
        List<ChangeCase> all = ChangeCases.all().stream()
                .filter(change -> change.draft().findings().isEmpty())
                .filter(change -> canStopHalfway(change.draft().steps()))
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> Endurance.ASKED || i % EVERY == 0)
                .mapToObj(all::get);
    }

    /** Whether a kill can leave something of the migration. */
    static boolean canStopHalfway(List<Step> steps) {
        return steps.size() > 1 || steps.get(0).mode() != StepMode.TRANSACTION;
    }
}
