package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import java.util.Optional;

/** A change to a table as a whole. */
public sealed interface TableChange extends Change {

    /** What the answer for each kind is. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R rename(Rename change);

        R setComment(SetComment change);

        R setLogged(SetLogged change);

        R setParameters(SetParameters change);

        R setRowSecurity(SetRowSecurity change);
    }

    /** Answers by kind. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.table(this);
    }

    /**
     * A table that is not there yet, with all that belongs to it but its foreign keys: they need the other table, and so
     * are changes of their own.
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
     * A table that is no longer there, with all that belongs to it but its foreign keys, which go before.
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
     * A table under another name or in another schema.
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
     * Another comment.
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
     * Rows survive a crash, or no more.
     *
     * @param table the table
     * @param unlogged whether a crash takes them
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
     * Other storage parameters.
     *
     * @param table the table
     * @param before how it was
     * @param after how it is
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
     * Row-level security on, off, or binding others.
     *
     * @param table the table
     * @param before how it was
     * @param after how it is
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
