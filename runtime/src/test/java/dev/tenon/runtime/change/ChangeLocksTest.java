package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.StatementCost;
import dev.tenon.schema.internal.plan.statement.Step;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No statement of any change locks, reads or rewrites more than the comment above it says, and what it says keeps nobody
 * from writing for longer with more rows.
 */
class ChangeLocksTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("casesAndVersions")
    void noStatementDoesMoreThanItSays(ChangeCase change, int version) throws SQLException {
        assertThat(Observations.of(change, version, temporary).contradictions()).isEmpty();
    }

    /** What a step has locked stays locked to its end. Rewriting a table takes words, so that somebody has agreed to it. */
    @ParameterizedTest
    @MethodSource("cases")
    void nobodyWaitsForAStepThatGrowsWithTheRows(ChangeCase change) {
        for (Step step : change.draft().steps()) {
            if (step.statements().stream()
                    .anyMatch(statement -> Set.of(StatementCost.SCAN, StatementCost.BUILD, StatementCost.ROWS)
                            .contains(statement.cost()))) {
                assertThat(step.statements().stream().flatMap(statement -> statement.locks().stream()))
                        .isNotEmpty()
                        .noneMatch(lock -> lock.level().compareTo(LockLevel.SHARE) >= 0);
            }
        }
    }

    static List<ChangeCase> cases() {
        return ChangeCases.all();
    }

    static Stream<Arguments> casesAndVersions() {
        return ChangeCases.all().stream()
                .filter(change -> change.draft().findings().isEmpty())
                .flatMap(change -> Observations.VERSIONS.stream().map(version -> Arguments.of(change, version)));
    }
}
