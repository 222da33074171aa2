package dev.tenon.runtime.change;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.change.ChangeCase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was seen of each change on each version. It is looked at once, whoever asks first. */
final class Observations {

    /** The oldest and the newest, between which recipes and locks differ. */
    static final List<Integer> VERSIONS = List.of(15, 18);

    private record Key(String change, int version) {}

    private static final Map<Key, Observation> KNOWN = new ConcurrentHashMap<>();

    private Observations() {}

    /** What was seen on one version. */
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

    /** What was seen on all versions, at its strongest. */
    static Observation of(ChangeCase change, Path temporary) throws SQLException {
        Observation all = of(change, VERSIONS.get(0), temporary);
        for (int version : VERSIONS) {
            all = all.and(of(change, version, temporary));
        }
        return all;
    }
}
