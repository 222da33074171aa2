package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.StepMode;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.change.ChangeCases;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No statement of any change locks, reads or rewrites more than its comment states. The page of all changes lists the
 * plan and the observations on a server.
 */
class ChangeLocksTest {

    private static final Path PAGE = Path.of("../docs/internals/changes.md");
    private static final String HEAD = """
            # Every kind of change

            The steps that are planned for each kind of change to tables with rows, and the locks on existing objects.
            The goldens are in `schema/src/test/golden/change`; a build applies each over rows to one of PostgreSQL 15 to
            18 in turn. The locks stated are the strongest that the migration's comments name. The locks seen are the
            strongest that `pg_locks` showed on 15 and 18: `ChangeLocksTest` finds none stronger than stated, no rewrite
            that is not stated, and no row read where the cost is metadata. ACCESS SHARE, which every query takes, is not
            stated. Killed: the number of places of the migration at which the migrator can be killed and run
            again. A build kills it on 18, at every second place of each migration of several steps and in every fifth of
            the others; `KilledChangeTest` finds the same catalogs and rows afterwards as without a kill. With
            `-Dtenon.endurance=true` all places, cases and versions are tried. Abandoned: the number of these places at
            which `tenon abandon` takes the migration back; `AbandonedChangeTest` finds the catalogs and rows of before,
            and applies the migration anew. A build tries one place of every third migration, an endurance run all.
            Traffic: the number of statements of an application that name only what both schemas have; `TrafficDuringChangeTest`
            executes those that are valid before and after, all the time and after each committed step and batch, and none fails.
            A build does so for every fourth change, an endurance run for all.
            `ChangeLocksTest` writes this page; `PlannedChangeTest` checks that each kind of change has a case.

            | change | golden | steps | locks stated | locks seen | cost | killed | abandoned | traffic |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("casesAndVersions")
    void noStatementDoesMoreThanItStates(ChangeCase change, int version) throws SQLException {
        assertThat(Observations.of(change, version, temporary).contradictions()).isEmpty();
    }

    @Test
    void thePageListsPlanAndObservations() throws IOException, SQLException {
        TreeSet<String> rows = new TreeSet<>();
        for (ChangeCase change : ChangeCases.all()) {
            rows.add(row(change) + "\n");
        }
        String page = HEAD + String.join("", rows);
        if ("write".equals(System.getProperty("tenon.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private String row(ChangeCase change) throws SQLException {
        MigrationDraft draft = change.draft();
        String kinds = kinds(draft).distinct().collect(Collectors.joining(", "));
        if (!draft.findings().isEmpty()) {
            return "| " + kinds + " | `" + change.name() + "` | refused: "
                    + draft.findings().get(0).code() + " | | | | | | |";
        }
        String modes = draft.steps().stream()
                .map(step -> step.mode() == StepMode.TRANSACTION
                        ? "transaction"
                        : step.mode().text())
                .collect(Collectors.joining(", "));
        TreeMap<String, Lock> locks = new TreeMap<>();
        draft.steps().stream()
                .flatMap(step -> step.statements().stream())
                .flatMap(statement -> statement.locks().stream())
                .forEach(lock -> locks.merge(
                        lock.table().display(),
                        lock,
                        (one, other) -> one.level().compareTo(other.level()) < 0 ? other : one));
        String costs = draft.steps().stream()
                .flatMap(step -> step.statements().stream())
                .filter(statement -> !statement.locks().isEmpty())
                .map(Statement::cost)
                .distinct()
                .sorted()
                .map(Object::toString)
                .collect(Collectors.joining("; "));
        String strongest = locks.values().stream().map(Lock::toString).collect(Collectors.joining(", "));
        return "| "
                + String.join(
                        " | ",
                        kinds,
                        "`" + change.name() + "`",
                        modes,
                        strongest,
                        Observations.of(change, temporary).toString(),
                        costs,
                        KillPoint.all(draft.steps()).size() + "×",
                        AbandonedChangeTest.canStopHalfway(draft.steps())
                                ? KillPoint.all(draft.steps()).size() + "×"
                                : "",
                        Integer.toString(TrafficStatements.of(change).size()))
                + " |";
    }

    private static Stream<String> kinds(MigrationDraft draft) {
        return draft.changes().stream().map(change -> kind(change.getClass()));
    }

    private static String kind(Class<?> change) {
        return change.getEnclosingClass().getSimpleName() + "." + change.getSimpleName();
    }

    static Stream<Arguments> casesAndVersions() {
        return ChangeCases.all().stream()
                .filter(change -> change.draft().findings().isEmpty())
                .flatMap(change -> Observations.VERSIONS.stream().map(version -> Arguments.of(change, version)));
    }
}
