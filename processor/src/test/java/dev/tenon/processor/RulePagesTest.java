package dev.tenon.processor;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.internal.rule.rules.Rules;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code has a page, and every page is correct: its first example is refused at the marked lines, its second
 * compiles.
 */
class RulePagesTest {

    /** The codes that do not concern source code, each with the test that replaces the examples. */
    private static final Map<DiagnosticCode, Class<?>> TESTED_ELSEWHERE = Map.ofEntries(
            entry(DiagnosticCode.FAILURE, TenonProcessorTest.class),
            entry(DiagnosticCode.OPTION, ProcessorOptionsTest.class),
            entry(DiagnosticCode.METAMODEL, MetamodelTest.class),
            entry(DiagnosticCode.STALE_OUTPUT, PartialCompilationTest.class),
            entry(DiagnosticCode.PENDING, MigrationOutputTest.class),
            entry(DiagnosticCode.NO_DIRECTORY, MigrationOutputTest.class),
            entry(DiagnosticCode.MIGRATION_NAME, MigrationOutputTest.class),
            entry(DiagnosticCode.MODULE_UNUSABLE, SeveralModulesTest.class),
            entry(DiagnosticCode.MODULE_CONFLICT, SeveralModulesTest.class),
            entry(DiagnosticCode.KOTLIN_LOST, KotlinStubsTest.class),
            entry(DiagnosticCode.KOTLIN_VALUE, KotlinStubsTest.class),
            entry(DiagnosticCode.KOTLIN_UNKNOWN, KotlinStubsTest.class));

    @TempDir
    Path folder;

    @Test
    void everyCodeHasAPageAndEveryPageACode() {
        Stream<String> codes =
                Stream.concat(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::code), Rules.codes().stream());
        assertThat(RulePage.all().stream().map(RulePage::code))
                .containsExactlyElementsOf(codes.sorted().toList());
    }

    @Test
    void everyPageButThoseTestedElsewhereHasAnExample() {
        Set<String> elsewhere = Set.copyOf(
                TESTED_ELSEWHERE.keySet().stream().map(DiagnosticCode::code).toList());
        assertThat(RulePage.all())
                .allSatisfy(page -> assertThat(page.hasExample())
                        .as("example on page %s", page)
                        .isEqualTo(!elsewhere.contains(page.code())));
    }

    @Test
    void rulesAreListedInOrder() {
        assertThat(Rules.codes()).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::code))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsRefusedWhereItSays(RulePage page) {
        assertThat(String.join("", page.refused().values())).contains("// " + page.code());
        Expectations.assertMet(page.refused(), compile(page.refused()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void mendedExampleCompiles(RulePage page) {
        assertThat(page.mended()).isNotEmpty();
        Expectations.assertMet(Map.of(), compile(page.mended()));
    }

    private Javac.Result compile(Map<String, String> sources) {
        Javac javac = new Javac(folder);
        sources.forEach(javac::source);
        return javac.compile();
    }

    static List<RulePage> examples() {
        return RulePage.all().stream().filter(RulePage::hasExample).toList();
    }
}
