package dev.tenon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index of the rules has one row for each page, with the page's code and title. */
class RuleIndexTest {

    private static final Path RULES = Path.of("../docs/rules");

    @Test
    void theIndexListsEveryPageWithItsTitle() throws IOException {
        List<String> rows = Files.readAllLines(RULES.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ["))
                .toList();
        assertThat(rows).isEqualTo(expected());
    }

    private static List<String> expected() throws IOException {
        List<String> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path page :
                    files.filter(file -> !file.endsWith("README.md")).sorted().toList()) {
                String title = Files.readAllLines(page).get(0);
                String code = title.substring("# ".length(), title.indexOf(": "));
                String about = title.substring(title.indexOf(": ") + ": ".length());
                rows.add("| [%s](%s) | %s |".formatted(code, page.getFileName(), about));
            }
        }
        return rows;
    }
}
