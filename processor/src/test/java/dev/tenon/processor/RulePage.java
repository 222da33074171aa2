package dev.tenon.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of {@code docs/rules}, whose examples are compiled. A comment with a code marks the line of a diagnostic; a
 * line such as {@code // package-info.java} starts another file.
 *
 * @param code the code of the page
 * @param refused the example that is refused, by file
 * @param mended the example that compiles, by file
 */
record RulePage(String code, Map<String, String> refused, Map<String, String> mended) {

    private static final Path FOLDER = Path.of("../docs/rules");
    private static final Pattern FILE = Pattern.compile("// (\\S+\\.java)");
    private static final String JPA = "import jakarta.persistence.*;";
    private static final String TENON = "import dev.tenon.annotation.*; ";
    private static final String IMPORTS = Stream.of(
                    "java.math.BigDecimal",
                    "java.time.*",
                    "java.util.List",
                    "java.util.Map",
                    "java.util.Optional",
                    "java.util.UUID")
            .map(name -> "import " + name + "; ")
            .reduce("", String::concat);

    /** The pages about sources, schemas and the migrations directory, by code. */
    static List<RulePage> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches("TN([123]\\d\\d|42[0-2])\\.md"))
                    .sorted()
                    .map(RulePage::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean hasExample() {
        return !refused.isEmpty();
    }

    @Override
    public String toString() {
        return code;
    }

    private static RulePage read(Path file) {
        try {
            String text = Files.readString(file);
            String code = file.getFileName().toString().replace(".md", "");
            return new RulePage(code, example(text, "(?:Refused|Warned about)"), example(text, "Fixed"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> example(String page, String heading) {
        Matcher block = Pattern.compile("## " + heading + "\n\n```java\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        return block.find() ? files(block.group(1)) : Map.of();
    }

    private static Map<String, String> files(String block) {
        Map<String, String> files = new LinkedHashMap<>();
        String current = "Example.java";
        StringBuilder text = new StringBuilder();
        for (String line : block.split("\n", -1)) {
            Matcher name = FILE.matcher(line);
            if (name.matches()) {
                put(files, current, text);
                current = name.group(1);
                text.setLength(0);
            }
            text.append(line).append('\n');
        }
        put(files, current, text);
        return files;
    }

    /** Adds the imports without a new line, so that line numbers stay the same. */
    private static void put(Map<String, String> files, String name, StringBuilder text) {
        if (text.toString().isBlank()) {
            return;
        }
        // Both libraries have a Table, so only one is imported with a wildcard.
        String imports = text.indexOf(JPA) >= 0 ? IMPORTS : TENON + IMPORTS;
        String source = text.indexOf("package ") >= 0
                ? text.toString().replaceFirst("package (\\w+);", "package $1; " + Matcher.quoteReplacement(imports))
                : "package example; " + imports + text;
        files.put("example/" + name, source);
    }
}
