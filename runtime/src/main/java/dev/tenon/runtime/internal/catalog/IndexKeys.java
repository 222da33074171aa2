package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of one index, as they are gathered row by row.
 *
 * @param keys the keys
 * @param include the columns that are only stored
 */
record IndexKeys(List<IndexKey> keys, List<String> include) {

    static final IndexKeys NONE = new IndexKeys(List.of(), List.of());

    static IndexKeys start() {
        return new IndexKeys(new ArrayList<>(), new ArrayList<>());
    }
}
