package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;

/**
 * One change to one object, as data. The plan decides how to apply it to a live database. Each family of changes has
 * its own {@code Cases}, so that an unhandled change does not compile.
 */
public sealed interface Change
        permits RoleChange,
                NamespaceChange,
                ExtensionChange,
                EnumChange,
                SequenceChange,
                TableChange,
                PartitionChange,
                ColumnChange,
                ConstraintChange,
                IndexChange,
                PolicyChange,
                GrantChange,
                ViewChange,
                SqlObjectChange {

    /** One method for each family of changes. */
    interface Cases<R> {
        R role(RoleChange change);

        R namespace(NamespaceChange change);

        R extension(ExtensionChange change);

        R enumType(EnumChange change);

        R sequence(SequenceChange change);

        R table(TableChange change);

        R partition(PartitionChange change);

        R column(ColumnChange change);

        R constraint(ConstraintChange change);

        R index(IndexChange change);

        R policy(PolicyChange change);

        R grant(GrantChange change);

        R view(ViewChange change);

        R object(SqlObjectChange change);
    }

    /** Calls the method for the family of this change. */
    <R> R match(Cases<R> cases);

    /** The effect of the change on its object. */
    ObjectDelta delta();

    /** The changed object, by its name before the change; a created object by its new name. */
    default ObjectPath path() {
        return delta().path();
    }
}
