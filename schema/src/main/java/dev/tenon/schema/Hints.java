package dev.tenon.schema;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What entities say about the way to their schema, rather than about the schema itself. Only generating a migration
 * looks at it; once the migration is written it has no effect.
 *
 * @param renamedFrom the former name of an object, in its text form for tables and types, plain for members
 * @param backfills the expression that gives old rows of a column their value
 * @param conversions the expression that turns a column's old value into one of its new type
 */
public record Hints(
        Map<ObjectPath, String> renamedFrom, Map<ObjectPath, String> backfills, Map<ObjectPath, String> conversions) {

    public static final Hints NONE = new Hints(Map.of(), Map.of(), Map.of());

    public Hints {
        renamedFrom = Collections.unmodifiableMap(new TreeMap<>(renamedFrom));
        backfills = Collections.unmodifiableMap(new TreeMap<>(backfills));
        conversions = Collections.unmodifiableMap(new TreeMap<>(conversions));
    }
}
