package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import java.util.Optional;

/** A change to a table as a whole. */
public sealed interface TableChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R rename(Rename change);

        R setComment(SetComment change);

        R setLogged(SetLogged change);

        R setParameters(SetParameters change);

        R setRowSecurity(SetRowSecurity change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.table(this);
    }

    /**
     * Creates a table with all its members except foreign keys. Foreign keys need the referenced table, so they are
     * separate changes.
     *
     * @param table the new table
     */
    record Create(Table table) implements TableChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.table(table.name()), table);
        }
    }

    /**
     * Drops a table with all its members. Separate changes drop its foreign keys before.
     *
     * @param table the old table
     */
    record Drop(Table table) implements TableChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.table(table.name()), table);
        }
    }

    /**
     * Renames a table, or moves it to another schema.
     *
     * @param before the old name
     * @param after the new name
     */
    record Rename(QualifiedName before, QualifiedName after) implements TableChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rename(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Rename(ObjectPath.table(before), ObjectPath.table(after));
        }
    }

    /**
     * Changes the comment of a table.
     *
     * @param table the table
     * @param before the old comment
     * @param after the new comment
     */
    record SetComment(QualifiedName table, Optional<String> before, Optional<String> after) implements TableChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setComment(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.table(table), "comment", before, after);
        }
    }

    /**
     * Makes a table logged or unlogged.
     *
     * @param table the table
     * @param unlogged whether the table becomes unlogged, so that a crash empties it
     */
    record SetLogged(QualifiedName table, boolean unlogged) implements TableChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setLogged(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.table(table), "unlogged", !unlogged, unlogged);
        }
    }

    /**
     * Changes the storage parameters of a table.
     *
     * @param table the table
     * @param before the old value
     * @param after the new value
     */
    record SetParameters(QualifiedName table, TableStorage before, TableStorage after) implements TableChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setParameters(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.table(table), "with", before.with(), after.with());
        }
    }

    /**
     * Enables, disables or forces row-level security on a table.
     *
     * @param table the table
     * @param before the old value
     * @param after the new value
     */
    record SetRowSecurity(QualifiedName table, RowSecurity before, RowSecurity after) implements TableChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setRowSecurity(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.table(table), "rowSecurity", before, after);
        }
    }
}
