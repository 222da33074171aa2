package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MutationFile.Mutation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about verify lists every attribute that {@code MutationTest} and {@code WorkshopMutationTest} change. */
class VerifyPageTest {

    private static final Path PAGE = Path.of("../docs/internals/verify-table.md");
    private static final String HEADER = "| object | what is not right | for example | mended by |\n";
    private static final Pattern DIFFERENT = Pattern.compile("(\\w+) (.+?): ([\\w $]+?) is (.*)", Pattern.DOTALL);
    private static final Pattern WHOLE =
            Pattern.compile("(\\w+) (.+?)( column \\w+| grant option| by \\S+)? is (missing|unexpected)(: .*)?");

    private static final Pattern MADE =
            Pattern.compile("(?s)^object .* expected CREATE (?:OR REPLACE |CONSTRAINT )*((?:[A-Z]+ )+)");

    @Test
    void thePageListsWhatIsDetected() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(HEADER)) + table();
        if ("write".equals(System.getProperty("tenon.golden"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(page).isEqualTo(expected);
    }

    private static String table() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (Mutation mutation : Stream.concat(MutationTest.mutations(), WorkshopMutationTest.mutations())
                .toList()) {
            for (String difference : mutation.expected()) {
                String mended = MutatedDatabase.isByHand(mutation)
                        ? "hand, for the reason that is printed"
                        : "the SQL that is printed";
                rows.merge(
                        aspect(difference),
                        cell(difference) + " | " + mended,
                        (first, other) -> first.contains("| hand") ? other : first);
            }
        }
        StringBuilder table = new StringBuilder(HEADER).append("| --- | --- | --- | --- |\n");
        rows.forEach((aspect, rest) ->
                table.append("| ").append(aspect).append(" | ").append(rest).append(" |\n"));
        return table.toString();
    }

    /** Returns the kind of the object and its attribute. */
    private static String aspect(String difference) {
        Matcher whole = WHOLE.matcher(difference);
        if (whole.matches()) {
            String part = whole.group(3) == null
                    ? ""
                    : whole.group(3)
                            .replaceAll("column \\w+", "of a column")
                            .replaceAll("by \\S+", "by another than the owner")
                            .strip();
            return whole.group(1) + " | " + (part.isEmpty() ? "" : part + " ") + whole.group(4);
        }
        Matcher different = DIFFERENT.matcher(difference);
        assertThat(different.matches()).as(difference).isTrue();
        boolean beyond = difference.endsWith(" (not supported by snapshots)");
        Matcher made = MADE.matcher(difference);
        if (made.find()) {
            return "object | definition of " + made.group(1).strip().toLowerCase(Locale.ROOT);
        }
        return different.group(1) + " | " + different.group(3) + (beyond ? " (unmodelled)" : "");
    }

    /** Returns a difference as a cell of the page's table. */
    private static String cell(String difference) {
        return "`" + difference.replaceAll("\\s+", " ").replace("|", "\\|") + "`";
    }
}
