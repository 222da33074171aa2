package dev.tenon.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads files that say what is done to a database and what must come of it: sections separated by empty lines, in each
 * some SQL and then the expected lines, which begin with an arrow.
 */
public final class MutationFile {

    private static final String EXPECTED = "=> ";

    private MutationFile() {}

    /**
     * One section.
     *
     * @param sql what is done
     * @param expected what must come of it, line by line; nothing if there are none
     */
    public record Mutation(String sql, List<String> expected) {
        @Override
        public String toString() {
            return sql;
        }
    }

    /** The sections of a file that lies beside a test. */
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
