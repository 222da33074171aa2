package dev.tenon.runtime.change;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.change.ChangeCase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The observations of each change on each version; each is made once, on the first access. */
final class Observations {

    /** The oldest and the newest version, between which recipes and locks differ. */
    static final List<Integer> VERSIONS = List.of(15, 18);

    private record Key(String change, int version) {}

    private static final Map<Key, Observation> KNOWN = new ConcurrentHashMap<>();

    private Observations() {}

    /** Returns the observation on one version. */
    static Observation of(ChangeCase change, int version, Path temporary) throws SQLException {
        Key key = new Key(change.name(), version);
        Observation known = KNOWN.get(key);
        if (known == null) {
            try (Scratch scratch = ChangeDatabase.before(change, version, temporary)) {
                known = Observer.observe(scratch, change.draft().steps());
            }
            KNOWN.put(key, known);
        }
        return known;
    }

    /** Returns the combined observation on all versions. */
    static Observation of(ChangeCase change, Path temporary) throws SQLException {
        Observation all = of(change, VERSIONS.get(0), temporary);
        for (int version : VERSIONS) {
            all = all.and(of(change, version, temporary));
        }
        return all;
    }
}
