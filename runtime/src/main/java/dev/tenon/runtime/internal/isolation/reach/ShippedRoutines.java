package dev.tenon.runtime.internal.isolation.reach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The routines that each major version of PostgreSQL ships, from a resource. A line of it without indentation names the
 * versions and the attributes of the routines on the lines below, which are {@code key=source}, or the key alone if the
 * source is the name of the routine.
 */
final class ShippedRoutines {

    static final String RESOURCE = "builtin-routines.txt";

    private static final String INDENTATION = "  ";

    private static final class Loaded {
        private static final Map<Integer, Map<String, String>> VERSIONS = load();
    }

    private ShippedRoutines() {}

    /** Returns the versions whose routines are known. */
    static Set<Integer> versions() {
        return new TreeSet<>(Loaded.VERSIONS.keySet());
    }

    /** Returns what a version ships in place of a routine. */
    static Optional<BuiltinRoutine> find(int version, BuiltinRoutine like) {
        String shipped = Objects.requireNonNull(Loaded.VERSIONS.get(version)).get(like.key());
        return Optional.ofNullable(shipped).map(line -> parse(line, like));
    }

    private static BuiltinRoutine parse(String line, BuiltinRoutine like) {
        String[] parts = line.split("\n", -1);
        List<String> words = List.of(parts[0].split(" ", -1));
        String planner = words.stream()
                .filter(word -> word.startsWith("support="))
                .findFirst()
                .map(word -> word.substring("support=".length()))
                .orElse("0");
        return new BuiltinRoutine(
                like.key(),
                like.name(),
                words.get(0),
                words.get(1).charAt(0),
                words.contains("strict"),
                words.contains("leakproof"),
                planner,
                parts[1].isEmpty() ? like.name() : parts[1],
                List.of());
    }

    private static Map<Integer, Map<String, String>> load() {
        Map<Integer, Map<String, String>> versions = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ShippedRoutines.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
            List<Integer> of = List.of();
            String attributes = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(INDENTATION)) {
                    for (String entry : line.strip().split(" ", -1)) {
                        int end = entry.indexOf('=');
                        String key = end < 0 ? entry : entry.substring(0, end);
                        String value = attributes + "\n" + (end < 0 ? "" : entry.substring(end + 1));
                        of.forEach(version ->
                                Objects.requireNonNull(versions.get(version)).put(key, value));
                    }
                } else if (!line.startsWith("#")) {
                    int end = line.indexOf(' ');
                    of = List.of(line.substring(0, end).split(",", -1)).stream()
                            .map(Integer::valueOf)
                            .toList();
                    of.forEach(version -> versions.computeIfAbsent(version, missing -> new HashMap<>()));
                    attributes = line.substring(end + 1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
