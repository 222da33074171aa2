package dev.tenon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every relative link of a documentation page resolves to a file, and every page is reachable from {@code README.md}. */
class DocumentationLinksTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]*)(?:#([^)\\s]*))?\\)");

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkResolves(Path page) throws IOException {
        assertThat(targets(page)).allSatisfy(target -> assertThat(target).exists());
    }

    @Test
    void everyPageHasALinkToIt() throws IOException {
        List<Path> pages = pages();
        List<Path> linked = pages.stream().flatMap(page -> targets(page).stream()).toList();
        assertThat(pages).hasSizeGreaterThan(100).allSatisfy(page -> assertThat(linked.contains(page)
                        || page.getFileName().toString().equals("README.md"))
                .as("%s is linked", page)
                .isTrue());
    }

    private static List<Path> targets(Path page) {
        String text = CODE_BLOCK.matcher(read(page)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(link -> target(page, link))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The file that a link names; null for a link to another site or within its page. */
    private static @org.jspecify.annotations.Nullable Path target(Path page, MatchResult link) {
        String target = link.group(1);
        return target.isEmpty() || target.contains(":") ? null : page.resolveSibling(target).normalize();
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(Path::normalize)
                    .sorted()
                    .toList();
        }
    }
}
