package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.isolation.AttackFile.Attack;
import dev.tenon.runtime.internal.isolation.AttackFile.Gain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the page on Supabase's lints says is true: each example is reported by the rule or check that the page names. */
class SplinterTest {

    private static final Path PAGE = Path.of("../docs/internals/splinter.md");

    private static final String HEADER = "| lint | finds | reported by | answer | example |\n";

    private static final Pattern TITLE = Pattern.compile("=== (\\d+) (\\w+): (\\S+)(?: (\\S+))?");

    private static final String NOBODY = "-";

    private static final String VERIFY = "verify";

    /**
     * A lint.
     *
     * @param number its number
     * @param name its name
     * @param reporter a code of a rule, {@code verify}, or a check of the proof; a dash if Tenon reports nothing
     * @param object what the report names
     * @param finds what the lint finds
     * @param answer what Tenon does about it
     * @param example SQL that makes it
     */
    record Lint(
            String number, String name, String reporter, String object, String finds, String answer, String example) {

        private boolean isReported() {
            return !reporter.equals(NOBODY);
        }

        private boolean isRule() {
            return reporter.startsWith("TN");
        }

        /** Whether one of these reports is the expected one. */
        private boolean isAmong(List<String> reports) {
            Pattern named = Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(object) + "(?![A-Za-z0-9])");
            return reports.stream()
                    .filter(report -> reporter.equals(VERIFY)
                            || Pattern.compile("(?<!\\S)" + reporter + "(?!\\S)")
                                    .matcher(report)
                                    .find())
                    .anyMatch(named.asPredicate());
        }

        private String line() {
            String reported = isRule()
                    ? "[" + reporter + "](../rules/" + reporter + ".md)"
                    : isReported() ? "`" + (reporter.equals(VERIFY) ? "" : "--isolation: ") + reporter + "`" : "";
            String sql = example.replaceAll("\\s+", " ").replace("|", "&#124;").replace("<", "&lt;");
            return "| " + number + " " + name + " | " + finds + " | " + reported + " | " + answer + " | "
                    + (sql.isEmpty() ? "" : "<code>" + sql + "</code>") + " |\n";
        }
    }

    @Test
    void eachExampleIsReportedByWhomThePageNames() throws SQLException, IOException {
        List<Lint> lints = lints().stream().filter(Lint::isReported).toList();
        String setup = lints.stream().map(Lint::example).collect(Collectors.joining("\n"));
        Attack all = new Attack(Gain.HARMLESS, "", "all examples", setup, "");
        try (Scratch scratch = Scratch.create();
                AttackRun run = new AttackRun(AttackedSchema.VIEWS, scratch)) {
            List<String> found = run.findings(all);
            List<String> differences = run.drift(all);
            List<String> leaks = run.proof(List.of(all));
            assertThat(lints)
                    .allSatisfy(lint -> assertThat(lint.isAmong(
                                    lint.isRule() ? found : lint.reporter().equals(VERIFY) ? differences : leaks))
                            .as("%s%n%s%n%s%n%s", lint, found, differences, leaks)
                            .isTrue());
        }
    }

    @Test
    void everyReporterIsOne() throws IOException {
        assertThat(lints()).hasSizeGreaterThan(30).allSatisfy(lint -> {
            assertThat(lint.example().isEmpty()).isNotEqualTo(lint.isReported());
            assertThat(lint.finds()).isNotBlank();
            assertThat(lint.answer()).isNotBlank();
        });
    }

    @Test
    void thePageListsEveryLint() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(HEADER)) + HEADER + "| --- | --- | --- | --- | --- |\n"
                + lints().stream().map(Lint::line).collect(Collectors.joining());
        if ("write".equals(System.getProperty("tenon.golden"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(page).isEqualTo(expected);
    }

    private static List<Lint> lints() throws IOException {
        try (InputStream stream = Objects.requireNonNull(SplinterTest.class.getResourceAsStream("splinter.txt"))) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^(?==== )"))
                    .filter(section -> section.startsWith("==="))
                    .map(SplinterTest::lint)
                    .toList();
        }
    }

    private static Lint lint(String section) {
        List<String> lines = section.strip().lines().toList();
        Matcher title = TITLE.matcher(lines.get(0));
        if (!title.matches()) {
            throw new IllegalArgumentException(lines.get(0));
        }
        return new Lint(
                title.group(1),
                title.group(2),
                title.group(3),
                Objects.requireNonNullElse(title.group(4), ""),
                lines.get(1),
                lines.get(2),
                String.join("\n", lines.subList(3, lines.size())));
    }
}
