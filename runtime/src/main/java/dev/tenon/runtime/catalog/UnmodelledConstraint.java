package dev.tenon.runtime.catalog;

import dev.tenon.schema.ObjectPath;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** Notices what a constraint of a kind that the model has may say beyond the model. */
final class UnmodelledConstraint {

    private UnmodelledConstraint() {}

    static void report(Row row, ObjectPath path, Consumer<Unmodelled> unmodelled) throws SQLException {
        String kind = row.text("contype");
        boolean primaryKey = kind.equals("p");
        report(primaryKey && row.flag("condeferrable"), path, "deferrability", "DEFERRABLE", unmodelled);
        report(row.flag("invalid"), path, "valid", "an INVALID index", unmodelled);
        report(row.flag("period"), path, "period", "WITHOUT OVERLAPS or PERIOD", unmodelled);
        report(row.flag("not_enforced"), path, "enforced", "NOT ENFORCED", unmodelled);
        report(row.flag("triggers_off"), path, "enforced", "its triggers are disabled", unmodelled);
        report(kind.equals("c") && row.flag("connoinherit"), path, "inherit", "NO INHERIT", unmodelled);
        Optional<String> comment = row.optional("comment");
        report(comment.isPresent(), path, "comment", comment.orElse(""), unmodelled);
    }

    private static void report(
            boolean there, ObjectPath path, String attribute, String found, Consumer<Unmodelled> unmodelled) {
        if (there) {
            unmodelled.accept(new Unmodelled(path, attribute, found));
        }
    }
}
