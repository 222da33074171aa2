package dev.tenon.schema;

import java.util.Map;

/**
 * How the server keeps the rows of a table.
 *
 * @param unlogged whether the rows are lost in a crash, for faster writing
 * @param with the storage parameters, sorted by name
 */
public record TableStorage(boolean unlogged, Map<String, String> with) {

    /** What the server does for every table. */
    public static final TableStorage USUAL = new TableStorage(false, Map.of());

    public TableStorage {
        with = Normal.sorted(with);
    }
}
