package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;

/** A change to a constraint. */
public sealed interface ConstraintChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R add(Add change);

        R drop(Drop change);

        R rename(Rename change);

        R replace(Replace change);

        R setParameters(SetParameters change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.constraint(this);
    }

    /**
     * Adds a constraint.
     *
     * @param table the table
     * @param constraint the new constraint
     */
    record Add(QualifiedName table, Constraint constraint) implements ConstraintChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.add(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.constraint(table, constraint.name()), constraint);
        }
    }

    /**
     * Drops a constraint.
     *
     * @param table the table
     * @param constraint the old constraint
     */
    record Drop(QualifiedName table, Constraint constraint) implements ConstraintChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.constraint(table, constraint.name()), constraint);
        }
    }

    /**
     * Renames a constraint.
     *
     * @param table the table
     * @param before the old name
     * @param after the new name
     */
    record Rename(QualifiedName table, String before, String after) implements ConstraintChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rename(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Rename(ObjectPath.constraint(table, before), ObjectPath.constraint(table, after));
        }
    }

    /**
     * Replaces the definition of a constraint; its name stays.
     *
     * @param table the table
     * @param before the old constraint
     * @param after the new constraint
     */
    record Replace(QualifiedName table, Constraint before, Constraint after) implements ConstraintChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.replace(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Replacement(ObjectPath.constraint(table, after.name()), before, after);
        }
    }

    /**
     * Changes the storage parameters of a constraint's index.
     *
     * @param table the table
     * @param before the old constraint
     * @param after the new constraint
     */
    record SetParameters(QualifiedName table, Constraint before, Constraint after) implements ConstraintChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setParameters(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Replacement(ObjectPath.constraint(table, after.name()), before, after);
        }
    }
}
