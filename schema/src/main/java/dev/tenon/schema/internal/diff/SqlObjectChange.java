package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.SqlObject;
import java.util.List;

/** A change to a SQL-defined object. */
public sealed interface SqlObjectChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R rename(Rename change);

        R replace(Replace change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.object(this);
    }

    /**
     * Creates an object.
     *
     * @param object the new object
     */
    record Create(SqlObject object) implements SqlObjectChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.object(object.name()), object);
        }
    }

    /**
     * Drops an object.
     *
     * @param object the old object
     */
    record Drop(SqlObject object) implements SqlObjectChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.object(object.name()), object);
        }
    }

    /**
     * Renames a routine, in the database and in the snapshot.
     *
     * @param before the old routine
     * @param after the same routine under its new name
     */
    record Rename(SqlObject before, SqlObject after) implements SqlObjectChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rename(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Rename(ObjectPath.object(before.name()), ObjectPath.object(after.name()));
        }
    }

    /**
     * Replaces an object whose create statement changed.
     *
     * @param before the old object
     * @param after the new object
     */
    record Replace(SqlObject before, SqlObject after) implements SqlObjectChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.replace(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(
                    ObjectPath.object(after.name()), "definition", before.create(), after.create());
        }
    }

    /** Finds the changes of objects. A changed drop statement alone is no change. */
    static void add(KeyedDiff<SqlObject> diff, List<Change> changes) {
        diff.added().forEach(added -> changes.add(new Create(added)));
        diff.kept().stream()
                .filter(pair -> !pair.before().create().equals(pair.after().create()))
                .forEach(pair -> changes.add(new Replace(pair.before(), pair.after())));
        diff.removed().forEach(removed -> changes.add(new Drop(removed)));
    }
}
