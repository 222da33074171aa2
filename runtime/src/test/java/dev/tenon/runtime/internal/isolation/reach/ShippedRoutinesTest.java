package dev.tenon.runtime.internal.isolation.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The resource equals what the servers of all supported versions ship. {@code -Dtenon.golden=write} rewrites it.
 *
 * @see ShippedRoutines
 */
class ShippedRoutinesTest {

    private static final Path RESOURCE = Path.of("src/main/resources/dev/tenon/runtime/internal/isolation/reach")
            .resolve(ShippedRoutines.RESOURCE);

    private static final String INDENTATION = "  ";
    private static final int LINE = 150;

    private static final List<Integer> VERSIONS = List.of(15, 16, 17, 18);

    @Test
    void theResourceIsWhatTheServersShip() throws SQLException, IOException {
        Map<Integer, List<BuiltinRoutine>> routines = new TreeMap<>();
        for (int version : VERSIONS) {
            try (Scratch scratch = Scratch.create(version)) {
                scratch.connection().setAutoCommit(false);
                ProbeSession session = ProbeSession.open(scratch.connection(), scratch.role("app"), "app.tenant_id");
                routines.put(
                        version,
                        session.rows(BuiltinRoutine.QUERY).stream()
                                .map(BuiltinRoutine::of)
                                .toList());
                scratch.connection().rollback();
                scratch.connection().setAutoCommit(true);
            }
        }
        String written = write(routines);
        if ("write".equals(System.getProperty("tenon.golden"))) {
            Files.writeString(RESOURCE, written);
        }
        assertThat(RESOURCE).hasContent(written);
    }

    private static String write(Map<Integer, List<BuiltinRoutine>> routines) {
        Map<String, Set<Integer>> versions = new HashMap<>();
        routines.forEach((version, all) -> all.forEach(routine -> versions.computeIfAbsent(
                        routine.attributes() + "\n" + routine.key()
                                + (routine.source().equals(routine.name()) ? "" : "=" + routine.source()),
                        missing -> new TreeSet<>())
                .add(version)));
        Map<String, List<String>> groups = new TreeMap<>();
        versions.forEach((line, of) -> {
            String[] parts = line.split("\n", 2);
            String label = of.stream().map(String::valueOf).collect(Collectors.joining(","));
            groups.computeIfAbsent(label + " " + parts[0], missing -> new ArrayList<>())
                    .add(parts[1]);
        });
        StringBuilder text = new StringBuilder();
        text.append(
                        "# The routines that PostgreSQL ships: versions, language and attributes; below, OIDs with their symbols in C\n")
                .append(
                        "# or digests of their bodies, unless the symbol is the name. ShippedRoutinesTest writes it.\n");
        groups.forEach((group, entries) -> {
            text.append(group).append('\n');
            StringBuilder line = new StringBuilder();
            for (String entry :
                    entries.stream().sorted(ShippedRoutinesTest::compareKeys).toList()) {
                if (line.length() + entry.length() + INDENTATION.length() >= LINE) {
                    text.append(INDENTATION).append(line.toString().strip()).append('\n');
                    line.setLength(0);
                }
                line.append(' ').append(entry);
            }
            text.append(INDENTATION).append(line.toString().strip()).append('\n');
        });
        return text.toString();
    }

    private static int compareKeys(String one, String other) {
        String left = one.split("=", 2)[0];
        String right = other.split("=", 2)[0];
        int longer = Integer.compare(left.length(), right.length());
        return longer == 0 ? one.compareTo(other) : longer;
    }
}
