package dev.tenon.schema.plan;

import dev.tenon.schema.derive.DerivedNames;

/** Names for what exists only while a migration is under way. */
final class Interim {

    private Interim() {}

    /** The name that the new form of an object has until the old one is gone. */
    static String name(String finalName) {
        return DerivedNames.fit(finalName + "_tenon_new");
    }
}
