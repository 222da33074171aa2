package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An unmodelled attribute of a live object, such as a virtual column.
 *
 * @param at the object
 * @param attribute the attribute; empty if the whole object is unmodelled
 * @param found the value in the database, as SQL
 * @param tuning whether only strict mode reports it, because it is server tuning or an undeclared object
 * @param remedy how to revert it
 * @param object the SQL-defined object by which a snapshot contains it; empty if the query that finds it knows none
 */
public record Unmodelled(
        ObjectPath at,
        String attribute,
        String found,
        boolean tuning,
        UnmodelledRepair remedy,
        Optional<SqlObject> object) {

    public Unmodelled {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(object, "object");
    }

    /** Creates an attribute that no known statement sets. */
    public Unmodelled(ObjectPath at, String attribute, String found, boolean tuning, UnmodelledRepair remedy) {
        this(at, attribute, found, tuning, remedy, Optional.empty());
    }

    /** Creates an attribute that counts in every mode. */
    public Unmodelled(ObjectPath at, String attribute, String found, UnmodelledRepair remedy) {
        this(at, attribute, found, false, remedy);
    }

    /** Whether the whole object is unmodelled. */
    public boolean wholeObject() {
        return attribute.isEmpty();
    }

    /** Whether one of the objects creates it: a rule, or an attribute of a table. */
    public boolean isCreatedBy(List<SqlObject> objects) {
        return Alterations.areCreatedBy(objects, this) || isRuleOf(objects);
    }

    private boolean isRuleOf(List<SqlObject> objects) {
        return attribute.equals("rule")
                && objects.stream()
                        .flatMap(object -> CreateStatement.of(object.create()).stream())
                        .anyMatch(made ->
                                made.kind().equals("rule") && made.name().name().equals(found));
    }
}
