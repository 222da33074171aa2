package dev.tenon.runtime.internal.isolation.session;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A generated row.
 *
 * @param table its table
 * @param values an SQL expression for each column with a value; other columns get none
 */
public record FixtureRow(QualifiedName table, Map<String, String> values) {

    public FixtureRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns a copy with other values in some columns. */
    public FixtureRow with(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(others);
        return new FixtureRow(table, all);
    }

    /** Returns the INSERT. Identities get explicit values, because a rollback does not reset sequences. */
    public String insert() {
        return values.isEmpty()
                ? "INSERT INTO " + Identifier.quote(table) + " DEFAULT VALUES"
                : "INSERT INTO " + Identifier.quote(table) + " (" + Identifier.list(values.keySet())
                        + ") OVERRIDING SYSTEM VALUE VALUES (" + String.join(", ", values.values()) + ")";
    }
}
