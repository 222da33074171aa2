package dev.tenon.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads files of mutations: sections separated by empty lines, each with SQL and the expected lines, which start with
 * an arrow.
 */
public final class MutationFile {

    private static final String EXPECTED = "=> ";

    private MutationFile() {}

    /**
     * A section.
     *
     * @param sql the SQL to run
     * @param expected the expected lines; empty if there are none
     */
    public record Mutation(String sql, List<String> expected) {
        @Override
        public String toString() {
            return sql;
        }
    }

    /** Reads the sections of a test resource. */
    public static Stream<Mutation> read(Class<?> test, String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n"))
                    .map(section -> section.lines()
                            .filter(line -> !line.startsWith("#"))
                            .toList())
                    .filter(lines -> !lines.isEmpty())
                    .map(MutationFile::mutation);
        }
    }

    private static Mutation mutation(List<String> lines) {
        List<String> sql =
                lines.stream().filter(line -> !line.startsWith(EXPECTED)).toList();
        List<String> expected = lines.stream()
                .filter(line -> line.startsWith(EXPECTED))
                .map(line -> line.substring(EXPECTED.length()).replace("\\n", "\n"))
                .toList();
        return new Mutation(String.join("\n", sql), expected);
    }
}
