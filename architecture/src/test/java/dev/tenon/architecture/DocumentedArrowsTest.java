package dev.tenon.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * ARCHITECTURE.md lists every package of the published modules, with exactly the packages that it imports. Run with
 * {@code -Dtenon.golden=write} to write the column of imports.
 */
class DocumentedArrowsTest {

    private static final Path PAGE = Path.of("../ARCHITECTURE.md");
    private static final String TENON = "dev.tenon.";
    private static final Set<String> MODULES = Set.of("schema", "processor", "runtime", "cli");
    private static final Set<String> RESULTS = Set.of("migrate", "verify", "isolation");
    private static final Pattern ROW =
            Pattern.compile("\\| `((?:schema|processor|runtime|cli)[a-z.]*)` \\| (.*) \\| .* \\|");

    @Test
    void thePageShowsEveryPackageWithItsImports() throws IOException {
        SortedMap<String, Set<String>> imports = imports();
        List<String> lines = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        boolean packages = false;
        for (String line : Files.readAllLines(PAGE)) {
            packages = line.startsWith("|") && (packages || line.startsWith("| package | what it does | imports |"));
            Matcher row = ROW.matcher(line);
            if (packages && row.matches()) {
                named.add(row.group(1));
                lines.add("| `" + row.group(1) + "` | " + row.group(2) + " | "
                        + text(imports.getOrDefault(row.group(1), Set.of())) + " |");
            } else {
                lines.add(line);
            }
        }
        assertThat(named).containsExactlyElementsOf(imports.keySet());
        String expected = String.join("\n", lines) + "\n";
        if ("write".equals(System.getProperty("tenon.golden"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static SortedMap<String, Set<String>> imports() {
        SortedMap<String, Set<String>> imports = new TreeMap<>();
        for (JavaClass type : TenonClasses.PRODUCTION) {
            String from = type.getPackageName().substring(TENON.length());
            if (MODULES.contains(from.replaceFirst("\\..*", ""))) {
                Set<String> to = imports.computeIfAbsent(from, each -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(each -> each.getTargetClass().getPackageName())
                        .filter(each -> each.startsWith(TENON))
                        .map(each -> each.substring(TENON.length()))
                        .filter(each -> !each.equals(from))
                        .forEach(to::add);
            }
        }
        return imports;
    }

    private static String text(Set<String> imports) {
        return imports.isEmpty()
                ? "none"
                : imports.stream().map(each -> "`" + shortened(each) + "`").collect(joining(", "));
    }

    /**
     * Shortens an internal package to its name below {@code internal}; keeps {@code internal} if a package of the
     * runtime's results has the same name.
     */
    private static String shortened(String name) {
        int internal = name.indexOf(".internal.");
        if (internal < 0) {
            return name;
        }
        String rest = name.substring(internal + ".internal.".length());
        return RESULTS.contains(rest) ? "internal." + rest : rest;
    }
}
