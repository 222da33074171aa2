package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The server has no vulnerability in row-level security that is known to this version of Tenon.
 *
 * @see <a href="https://www.postgresql.org/support/security/">PostgreSQL Security Information</a>
 */
public final class ServerVersionCheck implements RoleCheck {

    /** A vulnerability, and the release of a major version that fixes it. */
    private record Vulnerability(int major, int minor, String name) {}

    private static final List<Vulnerability> HOLES = Stream.of(
                    hole("CVE-2023-2455 (a cached plan may apply the policies of another role)", 15, 3),
                    hole("CVE-2023-39418 (MERGE bypasses policies)", 15, 4),
                    hole("CVE-2024-10976 (a cached plan may apply the policies of another role)", 15, 9, 16, 5, 17, 1),
                    hole("CVE-2025-8713 (planner statistics expose values)", 15, 14, 16, 10, 17, 6))
            .flatMap(List::stream)
            .toList();

    @Override
    public String name() {
        return "server-version";
    }

    @Override
    public ProbeOutcome run(ProbeSession session, List<QualifiedName> tables) throws SQLException {
        int version = Integer.parseInt(
                session.texts("SELECT current_setting('server_version_num')").get(0));
        List<String> known = known(version);
        return known.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.warning("PostgreSQL " + version / 10_000 + "." + version % 10_000 + " has "
                        + String.join(", ", known) + "; install its newest minor release");
    }

    /** Returns the vulnerabilities of a version, such as 150002 for 15.2. */
    static List<String> known(int version) {
        return HOLES.stream()
                .filter(hole -> hole.major() == version / 10_000 && version % 10_000 < hole.minor())
                .map(Vulnerability::name)
                .toList();
    }

    private static List<Vulnerability> hole(String name, int... closed) {
        return Stream.iterate(0, i -> i < closed.length, i -> i + 2)
                .map(i -> new Vulnerability(closed[i], closed[i + 1], name))
                .toList();
    }
}
