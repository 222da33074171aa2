package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.List;
import java.util.Objects;

/**
 * An unmodelled attribute of a live object, such as a virtual column.
 *
 * @param at the object
 * @param attribute the attribute; empty where the object as a whole is meant
 * @param found what the database has there, in SQL's words
 * @param tuning whether it only counts for whoever asks strictly: it is for whoever runs the server to decide, or other people's
 * @param remedy what takes it back
 */
public record Unmodelled(ObjectPath at, String attribute, String found, boolean tuning, UnmodelledRepair remedy) {

    public Unmodelled {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** Something that counts. */
    public Unmodelled(ObjectPath at, String attribute, String found, UnmodelledRepair remedy) {
        this(at, attribute, found, false, remedy);
    }

    /** Whether the whole object is unmodelled. */
    public boolean wholeObject() {
        return attribute.isEmpty();
    }

    /** Whether it is a rule that one of the objects makes by its SQL, or something that they give a table. */
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
