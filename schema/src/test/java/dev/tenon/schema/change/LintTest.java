package dev.tenon.schema.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No planned step of any kind of change violates a rule of widely used linters. */
class LintTest {

    private static final Set<String> DECLARED =
            Set.of("ban-char-field", "prefer-timestamp-tz", "TRUNCATE or REFERENCES granted", "prefer-identity");

    @ParameterizedTest
    @MethodSource("rules")
    void noStepOffends(LintRule rule) {
        assertThat(ChangeCases.all())
                .allSatisfy(change -> assertThat(change.draft().steps())
                        .extracting(LintTest::text, Step::mode)
                        .allSatisfy(step -> assertThat(rule.offends(
                                        step.toList().get(1) == StepMode.TRANSACTION,
                                        step.toList().get(0).toString()))
                                .as(step.toString())
                                .isFalse()));
    }

    /** Checks migrations with all annotations, except for the rules about columns and grants that entities declare. */
    @ParameterizedTest
    @MethodSource("rulesOfNewTables")
    void noFirstMigrationOffends(LintRule rule) throws IOException {
        Path goldens = Path.of("../processor/src/test/golden");
        try (Stream<Path> files = Files.walk(goldens)) {
            assertThat(files.filter(file -> file.endsWith("migration.sql"))
                            .sorted()
                            .toList())
                    .hasSizeGreaterThan(40)
                    .allSatisfy(file -> assertThat(rule.offends(true, onNewTables(Files.readString(file))))
                            .as("%s", goldens.relativize(file))
                            .isFalse());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsOffendedByItsBadExample(LintRule rule) {
        assertThat(rule.offends(true, rule.bad())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsListed(LintRule rule) throws IOException {
        assertThat(Files.readString(Path.of("../docs/reference/lint.md")))
                .contains("| " + rule.name() + " | `LintTest`");
    }

    private static String text(Step step) {
        return step.statements().stream().map(Statement::sql).collect(Collectors.joining(";\n", "", ";"));
    }

    /** Renames the tables, because no table exists before a first migration. */
    private static String onNewTables(String sql) {
        return sql.replaceAll("public\\.(plan|organization)\\b", "public.fresh");
    }

    static List<LintRule> rulesOfNewTables() {
        return LintRule.ALL.stream()
                .filter(rule -> !DECLARED.contains(rule.name()))
                .toList();
    }

    static List<LintRule> rules() {
        return LintRule.ALL;
    }
}
