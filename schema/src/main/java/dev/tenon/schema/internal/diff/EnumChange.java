package dev.tenon.schema.internal.diff;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.Optional;

/** A change to an enum type. */
public sealed interface EnumChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R rename(Rename change);

        R addLabel(AddLabel change);

        R renameLabel(RenameLabel change);

        R recreate(Recreate change);

        R setComment(SetComment change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.enumType(this);
    }

    /**
     * Creates a type.
     *
     * @param type the new type
     */
    record Create(EnumType type) implements EnumChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.enumType(type.name()), type);
        }
    }

    /**
     * Drops a type.
     *
     * @param type the old type
     */
    record Drop(EnumType type) implements EnumChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.enumType(type.name()), type);
        }
    }

    /**
     * Renames a type, or moves it to another schema.
     *
     * @param before the old name
     * @param after the new name
     */
    record Rename(QualifiedName before, QualifiedName after) implements EnumChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rename(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Rename(ObjectPath.enumType(before), ObjectPath.enumType(after));
        }
    }

    /**
     * Adds a label.
     *
     * @param type the type
     * @param label the new label
     * @param before the label before which it is inserted; empty for the end
     */
    record AddLabel(QualifiedName type, String label, Optional<String> before) implements EnumChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.addLabel(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.label(type, label), label);
        }
    }

    /**
     * Renames a label.
     *
     * @param type the type
     * @param before the old label
     * @param after the new label
     */
    record RenameLabel(QualifiedName type, String before, String after) implements EnumChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.renameLabel(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Rename(ObjectPath.label(type, before), ObjectPath.label(type, after));
        }
    }

    /**
     * Replaces a type whose labels are removed or reordered, because PostgreSQL cannot do that in place.
     *
     * @param before the old type
     * @param after the new type
     */
    record Recreate(EnumType before, EnumType after) implements EnumChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recreate(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(
                    ObjectPath.enumType(before.name()), "labels", before.labels(), after.labels());
        }
    }

    /**
     * Changes the comment of a type.
     *
     * @param type the type
     * @param before the old comment
     * @param after the new comment
     */
    record SetComment(QualifiedName type, Optional<String> before, Optional<String> after) implements EnumChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setComment(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.enumType(type), "comment", before, after);
        }
    }
}
