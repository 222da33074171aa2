package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.IndexKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of one index, collected row by row.
 *
 * @param keys the keys
 * @param include the columns of INCLUDE
 */
record IndexKeys(List<IndexKey> keys, List<String> include) {

    static final IndexKeys NONE = new IndexKeys(List.of(), List.of());

    static IndexKeys start() {
        return new IndexKeys(new ArrayList<>(), new ArrayList<>());
    }
}
