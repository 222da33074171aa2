package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.plan.Statement;
import dev.tenon.schema.plan.Step;
import dev.tenon.schema.plan.StepMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No step that is planned for any kind of change offends against a rule of the linters that others use. */
class LintTest {

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

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsOffendedByItsBadExample(LintRule rule) {
        assertThat(rule.offends(true, rule.bad())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleIsListed(LintRule rule) throws IOException {
        assertThat(Files.readString(Path.of("../docs/lint.md"))).contains("| " + rule.name() + " | `LintTest`");
    }

    private static String text(Step step) {
        return step.statements().stream().map(Statement::sql).collect(Collectors.joining(";\n", "", ";"));
    }

    static List<LintRule> rules() {
        return LintRule.ALL;
    }
}
