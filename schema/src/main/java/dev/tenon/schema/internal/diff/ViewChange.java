package dev.tenon.schema.internal.diff;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change to a view. */
public sealed interface ViewChange extends Change {

    /** One method for each kind of change. */
    interface Cases<R> {
        R create(Create change);

        R drop(Drop change);

        R rename(Rename change);

        R redefine(Redefine change);

        R setComment(SetComment change);

        R setColumnComment(SetColumnComment change);
    }

    /** Calls the method for the kind of this change. */
    <R> R match(Cases<R> cases);

    @Override
    default <R> R match(Change.Cases<R> cases) {
        return cases.view(this);
    }

    /**
     * Creates a view with all its members.
     *
     * @param view the new view
     */
    record Create(View view) implements ViewChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.create(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Creation(ObjectPath.view(view.name()), view);
        }
    }

    /**
     * Drops a view.
     *
     * @param view the old view
     */
    record Drop(View view) implements ViewChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.drop(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Removal(ObjectPath.view(view.name()), view);
        }
    }

    /**
     * Renames a view, or moves it to another schema.
     *
     * @param view the view under its old name
     * @param after the new name
     */
    record Rename(View view, QualifiedName after) implements ViewChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rename(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Rename(ObjectPath.view(view.name()), ObjectPath.view(after));
        }
    }

    /**
     * Changes the query, columns or options of a view. Changes of its grants, comments and indexes are separate.
     *
     * @param before the old view
     * @param after the new view
     */
    record Redefine(View before, View after) implements ViewChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.redefine(this);
        }

        @Override
        public ObjectDelta delta() {
            ObjectPath path = ObjectPath.view(after.name());
            List<ObjectDelta> parts = new ArrayList<>();
            parts.add(new ObjectDelta.Alteration(path, "sql", before.sql(), after.sql()));
            parts.add(new ObjectDelta.Replacement(path, ViewDiff.bare(before.form()), ViewDiff.bare(after.form())));
            KeyedDiff<ViewColumn> columns = KeyedDiff.of(before.columns(), after.columns());
            columns.added().forEach(column -> parts.add(new ObjectDelta.Creation(column(column), column)));
            columns.removed().forEach(column -> parts.add(new ObjectDelta.Removal(column(column), column)));
            return new ObjectDelta.Composite(parts);
        }

        private ObjectPath column(ViewColumn column) {
            return ObjectPath.column(after.name(), column.name());
        }
    }

    /**
     * Changes the comment of a view.
     *
     * @param before the old comment
     * @param after the view with the new comment
     */
    record SetComment(Optional<String> before, View after) implements ViewChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setComment(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Alteration(ObjectPath.view(after.name()), "comment", before, after.comment());
        }
    }

    /**
     * Changes the comment of a view's column.
     *
     * @param view the view
     * @param before the column before
     * @param after the column after
     */
    record SetColumnComment(QualifiedName view, ViewColumn before, ViewColumn after) implements ViewChange {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.setColumnComment(this);
        }

        @Override
        public ObjectDelta delta() {
            return new ObjectDelta.Replacement(ObjectPath.column(view, after.name()), before, after);
        }
    }
}
