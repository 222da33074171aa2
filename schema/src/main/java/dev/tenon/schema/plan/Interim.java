package dev.tenon.schema.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.derive.DerivedNames;

/** Names for what exists only while a migration is under way, and stays behind if nobody brings it to its end. */
public final class Interim {

    private Interim() {}

    /** The name that the new form of an object has until the old one is gone. */
    public static String name(String finalName) {
        return DerivedNames.fit(finalName + "_tenon_new");
    }

    /** The name that an object has after another has taken its place, until it is dropped. */
    public static String former(String name) {
        return DerivedNames.fit(name + "_tenon_old");
    }

    /** The check that spares making a column NOT NULL a look at all rows. */
    public static String notNull(String table, String column) {
        return DerivedNames.fit(table + "_" + column + "_not_null_tenon");
    }

    /** The function that keeps the new form of a column in step with the old one. */
    public static QualifiedName function(QualifiedName table, String column) {
        return table.withName(DerivedNames.fit("tenon_" + table.name() + "_" + column));
    }

    /** The trigger that calls the function, behind a sign that sorts last. */
    public static String trigger(QualifiedName table, String column) {
        return DerivedNames.fit("~" + function(table, column).name());
    }
}
