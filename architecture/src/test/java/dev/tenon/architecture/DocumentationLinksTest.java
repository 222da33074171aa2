package dev.tenon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every relative link between documentation pages resolves to a file, and a link leads to every page. */
class DocumentationLinksTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)[^)]*\\)");

    @Test
    void everyRelativeLinkResolves() throws IOException {
        assertThat(pages())
                .allSatisfy(page -> assertThat(targets(page))
                        .as("links of %s", page)
                        .allSatisfy(target -> assertThat(target).exists()));
    }

    @Test
    void aLinkLeadsToEveryPage() throws IOException {
        Set<Path> linked = new TreeSet<>();
        for (Path page : pages()) {
            linked.addAll(targets(page));
        }
        linked.add(ROOT.resolve("README.md"));
        assertThat(linked).containsAll(pages());
    }

    /** The files that a page links to, without links to other sites. */
    private static List<Path> targets(Path page) {
        String text = CODE_BLOCK.matcher(read(page)).replaceAll("");
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains(":"))
                .map(target -> page.resolveSibling(target).normalize())
                .toList();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
