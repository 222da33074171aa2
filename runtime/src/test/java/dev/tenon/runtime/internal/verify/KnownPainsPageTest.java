package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line of the page of known pains names an existing test. */
class KnownPainsPageTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyPainIsHeldByATest() throws IOException {
        Map<String, String> sources = sources();
        List<String> pains = Files.readAllLines(Path.of("../docs/internals/known-pains.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| pain ") && !line.startsWith("| ---"))
                .toList();
        assertThat(pains).hasSizeGreaterThan(10).allSatisfy(pain -> {
            List<MatchResult> tests = TEST.matcher(pain).results().toList();
            assertThat(tests).isNotEmpty();
            for (MatchResult test : tests) {
                assertThat(sources).containsKey(test.group(1));
                assertThat(sources.get(test.group(1))).contains("void " + test.group(2) + "(");
            }
        });
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("../runtime", "../cli")) {
            try (Stream<Path> files = Files.walk(Path.of(module, "src/test/java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith("Test.java"))
                        .toList()) {
                    sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        return sources;
    }
}
