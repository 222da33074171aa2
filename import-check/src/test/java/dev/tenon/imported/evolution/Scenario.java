package dev.tenon.imported.evolution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A test of entities that change over several versions, as a text of sections. A section begins with a line
 * {@code == KIND ARGUMENT}:
 *
 * <ul>
 *   <li>{@code java Name.java}: adds or replaces a source of package {@code app}, with the usual imports;
 *       {@code package-info.java} is complete
 *   <li>{@code remove Name.java}: removes that source
 *   <li>{@code options}: sets the javac options of the following builds, one per line
 *   <li>{@code build}: writes and applies a migration, verifies strictly, and expects that nothing is left to generate
 *   <li>{@code stopped}: writes and applies a migration, and expects that it stops with a message with the lines below
 *   <li>{@code resumed}: goes on with it, and expects the same as {@code build}
 *   <li>{@code unchanged}: expects that there is nothing to generate
 *   <li>{@code refused TN### …}: expects that exactly these codes refuse a migration, in messages with the lines below
 *   <li>{@code during}: SQL that another session runs during the next migration: before its first step in batches, or
 *       otherwise before its second step
 *   <li>{@code sql}: runs SQL
 *   <li>{@code rows QUERY}: expects these rows, with values separated by {@code |}
 * </ul>
 *
 * @param name the resource's name
 * @param sections the sections in order
 */
record Scenario(String name, List<Section> sections) {

    private static final String MARK = "== ";

    Scenario {
        sections = List.copyOf(sections);
    }

    /**
     * A section.
     *
     * @param kind the kind of the section
     * @param argument the rest of its first line
     * @param body the lines below
     */
    record Section(String kind, String argument, List<String> body) {

        Section {
            body = List.copyOf(body);
        }

        String text() {
            return String.join("\n", body);
        }
    }

    /** Returns the scenario with that name. */
    static Scenario named(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(Scenario.class.getResourceAsStream("/scenarios/" + name + ".scenario"), name)) {
            return of(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Scenario of(String name, String text) {
        List<Section> sections = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith(MARK)) {
                List<String> body = lines.stream()
                        .skip(at + 1L)
                        .takeWhile(line -> !line.startsWith(MARK))
                        .filter(line -> !line.isBlank())
                        .toList();
                String[] parts = lines.get(at).substring(MARK.length()).split(" ", 2);
                sections.add(new Section(parts[0], parts.length > 1 ? parts[1].strip() : "", body));
            }
        }
        return new Scenario(name, sections);
    }

    @Override
    public String toString() {
        return name;
    }
}
