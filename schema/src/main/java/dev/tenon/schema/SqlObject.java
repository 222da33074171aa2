package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An object that the model has no words for, such as a function or trigger: known by the statement that makes it and the
 * one that takes it away.
 *
 * @param name how the snapshot calls it, which need not be its name in the database
 * @param create the statement that makes it
 * @param drop the statement that takes it away
 * @param beforeTables whether tables need it; else it comes after them, among the views
 * @param dependsOn what it needs beside what its statement is seen to name, sorted
 * @param shared why it may reach rows of all tenants; empty where it does not
 */
public record SqlObject(
        QualifiedName name,
        String create,
        String drop,
        boolean beforeTables,
        List<QualifiedName> dependsOn,
        Optional<String> shared)
        implements Named<QualifiedName> {

    public SqlObject {
        Objects.requireNonNull(name, "name");
        create = Normal.text("the statement that makes " + name, create).strip();
        drop = Normal.text("the statement that drops " + name, drop).strip();
        dependsOn = dependsOn.stream().sorted().distinct().toList();
        Objects.requireNonNull(shared, "shared");
    }

    /** The same object made by another statement. */
    public SqlObject withCreate(String other) {
        return new SqlObject(name, other, drop, beforeTables, dependsOn, shared);
    }
}
