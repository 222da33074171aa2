package dev.tenon.runtime.internal.isolation.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The resource equals what the servers of all supported versions ship. {@code -Dtenon.golden=write} rewrites it.
 *
 * @see ShippedRoutines
 */
class ShippedRoutinesTest {

    private static final Path RESOURCE = Path.of("src/main/resources/dev/tenon/runtime/internal/isolation/reach")
            .resolve(ShippedRoutines.RESOURCE);

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
        String written = ShippedRoutines.write(routines);
        if ("write".equals(System.getProperty("tenon.golden"))) {
            Files.writeString(RESOURCE, written);
        }
        assertThat(RESOURCE).hasContent(written);
    }
}
