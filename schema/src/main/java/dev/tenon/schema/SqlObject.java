package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A SQL-defined object that the model does not represent otherwise, such as a function or trigger. It is defined by the
 * statements that create and drop it.
 *
 * @param name its name in the snapshot, which may differ from its name in the database
 * @param create the statement that creates it
 * @param drop the statement that drops it
 * @param beforeTables whether tables depend on it; otherwise it is created after them, together with the views
 * @param dependsOn its declared dependencies, in addition to those found in its statement, sorted
 * @param shared why it may access rows of all tenants; empty if it does not
 */
public record SqlObject(
        QualifiedName name,
        String create,
        String drop,
        boolean beforeTables,
        List<QualifiedName> dependsOn,
        Optional<String> shared)
        implements Keyed<QualifiedName> {

    public SqlObject {
        Objects.requireNonNull(name, "name");
        create = Normalization.text("the statement that makes " + name, create).strip();
        drop = Normalization.text("the statement that drops " + name, drop).strip();
        dependsOn = dependsOn.stream().sorted().distinct().toList();
        Objects.requireNonNull(shared, "shared");
    }

    /** The same object with another create statement. */
    public SqlObject withCreate(String other) {
        return new SqlObject(name, other, drop, beforeTables, dependsOn, shared);
    }
}
