package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import java.util.List;

/**
 * The effect of a change on its object, independent of the kind of change. Reports read only deltas, so a new kind of
 * change needs no new report.
 */
public sealed interface ObjectDelta {

    /** One method for each kind of delta. */
    interface Cases<R> {
        R creation(Creation delta);

        R removal(Removal delta);

        R rename(Rename delta);

        R alteration(Alteration delta);

        R replacement(Replacement delta);

        R composite(Composite delta);
    }

    /** Calls the method for the kind of this delta. */
    <R> R match(Cases<R> cases);

    /** The changed object, by its name before the change; a created object by its new name. */
    ObjectPath path();

    /**
     * The object is created.
     *
     * @param path the object
     * @param created the object in the model after the change
     */
    record Creation(ObjectPath path, Object created) implements ObjectDelta {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.creation(this);
        }
    }

    /**
     * The object is dropped.
     *
     * @param path the object
     * @param removed the object in the model before the change
     */
    record Removal(ObjectPath path, Object removed) implements ObjectDelta {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.removal(this);
        }
    }

    /**
     * The object is renamed.
     *
     * @param path the object by its old name
     * @param after the object by its new name
     */
    record Rename(ObjectPath path, ObjectPath after) implements ObjectDelta {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rename(this);
        }
    }

    /**
     * One attribute of the object has another value, unless the values are equal.
     *
     * @param path the object
     * @param attribute the attribute
     * @param before the old value
     * @param after the new value
     */
    record Alteration(ObjectPath path, String attribute, Object before, Object after) implements ObjectDelta {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.alteration(this);
        }
    }

    /**
     * The object is replaced by another one of the same name; the attributes whose values differ change.
     *
     * @param path the object
     * @param before the old record
     * @param after the new record, perhaps of another class
     */
    record Replacement(ObjectPath path, Object before, Object after) implements ObjectDelta {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.replacement(this);
        }
    }

    /**
     * Several deltas of one change.
     *
     * @param parts the parts; the first is about the object itself
     */
    record Composite(List<ObjectDelta> parts) implements ObjectDelta {
        public Composite {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.composite(this);
        }

        @Override
        public ObjectPath path() {
            return parts.get(0).path();
        }
    }
}
