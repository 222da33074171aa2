package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import java.util.List;

/** What a change does to its object, whatever its kind: who reports changes needs no more, so that a new kind costs it nothing. */
public sealed interface ObjectDelta {

    /** What the answer for each kind is. */
    interface Cases<R> {
        R creation(Creation delta);

        R removal(Removal delta);

        R rename(Rename delta);

        R alteration(Alteration delta);

        R replacement(Replacement delta);

        R composite(Composite delta);
    }

    /** Answers by kind. */
    <R> R match(Cases<R> cases);

    /** The object, by the name that it has before; one that is created, by its new name. */
    ObjectPath path();

    /**
     * The object comes into being.
     *
     * @param path the object
     * @param created what the model says about it
     */
    record Creation(ObjectPath path, Object created) implements ObjectDelta {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.creation(this);
        }
    }

    /**
     * The object is no longer there.
     *
     * @param path the object
     * @param removed what the model said about it
     */
    record Removal(ObjectPath path, Object removed) implements ObjectDelta {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.removal(this);
        }
    }

    /**
     * The object has another name.
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
     * The object is another one of the same name: those of its attributes change whose values differ.
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
     * Several at once.
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
