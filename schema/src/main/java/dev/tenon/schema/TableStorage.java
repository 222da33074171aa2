package dev.tenon.schema;

import java.util.Map;

/**
 * Storage options of a table.
 *
 * @param unlogged whether the table is unlogged: writes are faster, but a crash empties it
 * @param with the storage parameters, sorted by name
 */
public record TableStorage(boolean unlogged, Map<String, String> with) {

    /** A logged table without storage parameters. */
    public static final TableStorage DEFAULT = new TableStorage(false, Map.of());

    public TableStorage {
        with = Normalization.sorted(with);
    }
}
