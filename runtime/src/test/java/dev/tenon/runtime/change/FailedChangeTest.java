package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonException;
import dev.tenon.runtime.WriteOutcomes;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.change.ChangeCases;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationText;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCost;
import dev.tenon.schema.internal.plan.statement.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * If a migration fails permanently at any place, writes behave as before, unless an earlier step changed existing
 * objects irreversibly. After a fix, the result is the same as without a failure.
 */
class FailedChangeTest {

    /** Only every n-th place fails. */
    private static final int EVERY = Endurance.ASKED ? 1 : 13;

    private static final String FAILS = "SELECT 1 / coalesce(length(current_setting('test.fixed', true)), 0)";

    private static final List<String> WRITES = List.of(
            "INSERT INTO plan (id, organization_id, title, stars) VALUES (5001, 1, 'new', 3)",
            "INSERT INTO plan (id, organization_id, title) VALUES (5002, 2, 'p1')",
            "INSERT INTO plan (id, organization_id, title, stars) VALUES (5003, 77, '', -1)",
            "INSERT INTO plan (id, organization_id, title, stars, status) VALUES (5004, 1, 'x', NULL, 'active')",
            "INSERT INTO plan (id, organization_id, title) VALUES (1, 1, 'taken')"
                    + " ON CONFLICT (id) DO UPDATE SET title = excluded.title",
            "UPDATE plan SET stars = stars + 1, title = title || '!' WHERE id < 20",
            "UPDATE plan SET stars = NULL WHERE id = 7",
            "INSERT INTO organization (id, name) VALUES (500, 'o')");

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "{0} fails after step {1}")
    @MethodSource("casesAndPlaces")
    void rowsAreWrittenAsBefore(ChangeCase change, int place) throws Exception {
        MigrationDraft draft = change.draft();
        Path migrations = Files.createTempDirectory(temporary, "migrations");
        ChangeDatabase.first(change, migrations)
                .add("change", MigrationText.write("change", failing(draft.steps(), place)), draft.snapshot());
        try (Scratch scratch = ChangeDatabase.before(change, 17, temporary)) {
            String before = writes(scratch);
            String failure = failure(scratch, migrations);
            assertThat(failure).contains("22012");
            String after = writes(scratch);
            if (!after.equals(before)) {
                assertThat(draft.steps().subList(0, place).stream()
                                .flatMap(step -> step.statements().stream())
                                .map(Statement::sql)
                                .toList())
                        .as(failure + "\nbefore: " + before + "after: " + after)
                        .anyMatch(FailedChangeTest::isForGood);
            }
            scratch.execute("ALTER DATABASE " + scratch.database().name() + " SET test.fixed = 'on'");
            Tenon tenon = tenon(scratch, migrations);
            tenon.migrate();
            assertThat(tenon.verifyStrictly().differences()).isEmpty();
            assertThat(scratch.text("SELECT string_agg(DISTINCT state, ',') FROM tenon.history"))
                    .isEqualTo("done");
        }
    }

    /** The old column is dropped, rows without a value have one, or a routine has another body. */
    private static boolean isForGood(String sql) {
        return sql.contains(" DROP COLUMN ")
                || sql.startsWith("UPDATE public.plan SET stars = 0")
                || sql.startsWith("CREATE OR REPLACE FUNCTION ");
    }

    private static String writes(Scratch scratch) {
        return WriteOutcomes.tried(
                scratch, WRITES, "SELECT id, organization_id, title, stars, status FROM plan ORDER BY id");
    }

    private static List<Step> failing(List<Step> steps, int place) {
        List<Step> all = new ArrayList<>(steps);
        Statement like = steps.get(0).statements().get(0);
        all.add(
                place,
                new Step(
                        StepMode.TRANSACTION,
                        List.of(new Statement(
                                new Ddl(FAILS, List.of()),
                                like.change(),
                                StepMode.TRANSACTION,
                                List.of(),
                                StatementCost.METADATA))));
        return all;
    }

    private static String failure(Scratch scratch, Path migrations) {
        try {
            tenon(scratch, migrations).migrate();
        } catch (TenonException failed) {
            return String.valueOf(failed.getMessage());
        }
        throw new AssertionError("it did not fail");
    }

    private static Tenon tenon(Scratch scratch, Path migrations) {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(migrations)
                .listener(event -> {})
                .load();
    }

    static Stream<Arguments> casesAndPlaces() {
        List<Arguments> places = ChangeCases.all().stream()
                .filter(change -> change.draft().findings().isEmpty())
                .flatMap(change -> IntStream.rangeClosed(
                                1, change.draft().steps().size())
                        .mapToObj(place -> Arguments.of(change, place)))
                .toList();
        return IntStream.range(0, places.size()).filter(i -> i % EVERY == 0).mapToObj(places::get);
    }
}
