package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A change to a column. */
public sealed interface ColumnChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R add(Add change);

        R drop(Drop change);

        R rename(Rename change);

        R setType(SetType change);

        R setNotNull(SetNotNull change);

        R dropNotNull(DropNotNull change);

        R setDefault(SetDefault change);

        R setStorage(SetStorage change);

        R recompute(Recompute change);

        R setComment(SetComment change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.column(this);
    }

    /**
     * Adds a column.
     *
     * @param table the table
     * @param column the new column
     */
    record Add(QualifiedName table, Column column) implements ColumnChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.add(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.column(table, column.name()), column);
        }
    }

    /**
     * Drops a column.
     *
     * @param table the table
     * @param column the old column
     */
    record Drop(QualifiedName table, Column column) implements ColumnChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.column(table, column.name()), column);
        }
    }

    /**
     * Renames a column.
     *
     * @param table the table
     * @param before the old name
     * @param after the new name
     */
    record Rename(QualifiedName table, String before, String after) implements ColumnChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rename(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Rename(ObjectPath.column(table, before), ObjectPath.column(table, after));
        }
    }

    /**
     * Changes the type or collation of a column.
     *
     * @param table the table
     * @param before the old column
     * @param after the new column
     */
    record SetType(QualifiedName table, Column before, Column after) implements ColumnChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setType(this);
        }

        @Override
        public ObjectDelta delta() {
            ObjectPath path = ObjectPath.column(table, after.name());
            return new ObjectDelta.Composite(List.of(
                    new ObjectDelta.Alteration(path, "type", before.type(), after.type()),
                    new ObjectDelta.Alteration(path, "collation", before.collation(), after.collation())));
        }
    }

    /**
     * Makes a column NOT NULL.
     *
     * @param table the table
     * @param column the new column
     */
    record SetNotNull(QualifiedName table, Column column) implements ColumnChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setNotNull(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.column(table, column.name()), "nullable", true, false);
        }
    }

    /**
     * Makes a column nullable.
     *
     * @param table the table
     * @param column the new column
     */
    record DropNotNull(QualifiedName table, Column column) implements ColumnChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dropNotNull(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.column(table, column.name()), "nullable", false, true);
        }
    }

    /**
     * Changes the default, identity or generation expression of a column.
     *
     * @param table the table
     * @param column the new column
     * @param before the default before
     * @param after the default after
     */
    record SetDefault(QualifiedName table, Column column, Optional<ColumnDefault> before, Optional<ColumnDefault> after)
            implements ColumnChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setDefault(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.column(table, column.name()), "defaultValue", before, after);
        }
    }

    /**
     * Changes the storage strategy, compression or statistics target of a column.
     *
     * @param table the table
     * @param before the old column
     * @param after the new column
     */
    record SetStorage(QualifiedName table, Column before, Column after) implements ColumnChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setStorage(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(
                    ObjectPath.column(table, after.name()), "storage", before.storage(), after.storage());
        }
    }

    /**
     * Computes a generated column again, because its expression has other results now. A diff never finds this change.
     *
     * @param table the table
     * @param column the column
     */
    record Recompute(QualifiedName table, Column column) implements ColumnChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recompute(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Replacement(ObjectPath.column(table, column.name()), column, column);
        }
    }

    /**
     * Changes the comment of a column.
     *
     * @param table the table
     * @param column the column
     * @param before the old comment
     * @param after the new comment
     */
    record SetComment(QualifiedName table, String column, Optional<String> before, Optional<String> after)
            implements ColumnChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setComment(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.column(table, column), "comment", before, after);
        }
    }
}
