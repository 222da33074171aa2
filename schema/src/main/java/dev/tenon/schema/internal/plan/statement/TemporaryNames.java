package dev.tenon.schema.internal.plan.statement;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.sql.quote.Identifier;

/** Temporary names of objects that exist only during a migration, and remain if it is never completed. */
public final class TemporaryNames {

    private TemporaryNames() {}

    /** The name of an object's new form until the old one is dropped. */
    public static String name(String finalName) {
        return DefaultNames.fit(finalName + "_tenon_new");
    }

    /** The name of a replaced object until it is dropped. */
    public static String former(String name) {
        return DefaultNames.fit(name + "_tenon_old");
    }

    /** The check constraint that makes the scan of {@code SET NOT NULL} unnecessary. */
    public static String notNull(String table, String column) {
        return DefaultNames.fit(table + "_" + column + "_not_null_tenon");
    }

    /** The function that keeps a shadow column in sync with the old column. */
    public static QualifiedName function(QualifiedName table, String column) {
        return table.withName(DefaultNames.fit("tenon_" + table.name() + "_" + column));
    }

    /** The trigger that computes the shadow column of new rows. */
    public static String insertTrigger(QualifiedName table, String column) {
        return trigger(table, column, "insert");
    }

    /** The trigger that computes the shadow column when its sources change. */
    public static String updateTrigger(QualifiedName table, String column) {
        return trigger(table, column, "update");
    }

    /**
     * Triggers fire in the order of their names, so {@code ~} makes it the last; {@link LastTriggerName} puts something
     * before it where that is not enough.
     */
    private static String trigger(QualifiedName table, String column, String event) {
        return DefaultNames.fit(
                "~" + function(table, column).name() + "_" + event, Identifier.MAX_BYTES - LastTriggerName.MAX_BYTES);
    }
}
