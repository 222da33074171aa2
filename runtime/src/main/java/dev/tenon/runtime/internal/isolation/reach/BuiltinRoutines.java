package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.isolation.Verdict;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The routines of PostgreSQL are as it ships them: policies and operators rest on them, and nobody looks for an attack
 * there. What forks of PostgreSQL change without giving anything is a warning.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-proc.html">pg_proc</a>
 */
final class BuiltinRoutines implements ReachCheck {

    private static final String VERSION = "SELECT current_setting('server_version_num')";
    private static final int MAJOR = 10_000;

    private static final int SHOWN = 5;

    private static final String REMEDY =
            "CREATE OR REPLACE it as PostgreSQL %s ships it; initdb in an empty folder shows how";

    @Override
    public String name() {
        return "builtin-routines";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        int version = Integer.parseInt(catalogs.session().texts(VERSION).get(0)) / MAJOR;
        if (!ShippedRoutines.versions().contains(version)) {
            return List.of(new ReachFinding(
                    Verdict.WARNING,
                    "the routines of the server are not compared: this Tenon does not know those of PostgreSQL "
                            + version));
        }
        List<String> leaks = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (List<Optional<String>> row : catalogs.session().rows(BuiltinRoutine.QUERY)) {
            BuiltinRoutine routine = BuiltinRoutine.of(row);
            Optional<BuiltinRoutine> shipped = ShippedRoutines.find(version, routine);
            if (shipped.filter(routine::equalTo).isPresent()) {
                continue;
            }
            List<String> more = shipped.map(routine::privilegesOver).orElseGet(() -> ofUnknown(routine));
            String shown = catalogs.texts("SELECT " + row.get(0).orElseThrow() + "::regprocedure")
                    .get(0);
            if (more.isEmpty()) {
                others.add(shown);
            } else {
                leaks.add(shown + " is not as PostgreSQL " + version + " ships it: it " + String.join(", ", more));
            }
        }
        return findings(version, leaks, others);
    }

    /** A routine that a fork adds runs as the caller. */
    private static List<String> ofUnknown(BuiltinRoutine routine) {
        List<String> more = new ArrayList<>(routine.rights());
        if (routine.leakproof()) {
            more.add("is LEAKPROOF");
        }
        return more;
    }

    private static List<ReachFinding> findings(int version, List<String> leaks, List<String> others) {
        String remedy = REMEDY.formatted(version);
        List<ReachFinding> findings =
                new ArrayList<>(ReachFinding.leaks(leaks.subList(0, Math.min(SHOWN, leaks.size())), remedy));
        if (leaks.size() > SHOWN) {
            findings.add(new ReachFinding(
                    Verdict.BROKEN, "the same is true of " + (leaks.size() - SHOWN) + " more routines; " + remedy));
        }
        if (!others.isEmpty()) {
            findings.add(new ReachFinding(
                    Verdict.WARNING,
                    others.size() + " routines, such as " + others.get(0) + ", are not as PostgreSQL " + version
                            + " ships them; they run as their callers and see no hidden rows"));
        }
        return findings;
    }
}
