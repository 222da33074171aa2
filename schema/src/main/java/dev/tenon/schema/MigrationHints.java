package dev.tenon.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hints for migrating to a schema, declared on entities. Only the generation of a migration uses them; once the
 * migration is written they have no effect.
 *
 * @param renamedFrom the former name of each renamed object: the text form for tables and types, the plain name for
 *     members
 * @param backfills the expression for the value of existing rows of a column
 * @param conversions the expression that converts a column's old value to its new type
 */
public record MigrationHints(
        Map<ObjectPath, String> renamedFrom, Map<ObjectPath, String> backfills, Map<ObjectPath, String> conversions) {

    public static final MigrationHints NONE = new MigrationHints(Map.of(), Map.of(), Map.of());

    public MigrationHints {
        renamedFrom = Collections.unmodifiableMap(new TreeMap<>(renamedFrom));
        backfills = Collections.unmodifiableMap(new TreeMap<>(backfills));
        conversions = Collections.unmodifiableMap(new TreeMap<>(conversions));
    }
}
