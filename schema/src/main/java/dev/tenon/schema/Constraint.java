package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A constraint of a table. */
public sealed interface Constraint extends Keyed<String> {

    /** One method for each kind of constraint. */
    interface Cases<R> {
        R primaryKey(PrimaryKey key);

        R unique(Unique unique);

        R check(Check check);

        R foreignKey(ForeignKey key);

        R exclusion(Exclusion exclusion);
    }

    /** Calls the method for the kind of this constraint. */
    <R> R match(Cases<R> cases);

    /** Whether the server has checked existing rows; false for a {@code NOT VALID} constraint. */
    default boolean validated() {
        return true;
    }

    /** Attributes of its index other than the keys; the defaults for a constraint without an index. */
    default ConstraintIndex index() {
        return ConstraintIndex.PLAIN;
    }

    /** The same constraint with other attributes of its index; unchanged if it has no index. */
    default Constraint withIndex(ConstraintIndex other) {
        return this;
    }

    /** The same constraint under another name. */
    Constraint withName(String other);

    /**
     * {@code PRIMARY KEY}.
     *
     * @param name the constraint's and its index's name
     * @param columns the key, in index order
     * @param index attributes of its index other than the keys
     */
    record PrimaryKey(String name, List<String> columns, ConstraintIndex index) implements Constraint {
        public PrimaryKey {
            Normalization.text("a constraint's name", name);
            columns = Normalization.nonEmpty("a primary key's columns", columns);
            Objects.requireNonNull(index, "index");
        }

        public PrimaryKey(String name, List<String> columns) {
            this(name, columns, ConstraintIndex.PLAIN);
        }

        /** The same constraint over other columns. */
        public PrimaryKey withColumns(List<String> others) {
            return new PrimaryKey(name, others, index);
        }

        @Override
        public PrimaryKey withIndex(ConstraintIndex other) {
            return new PrimaryKey(name, columns, other);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.primaryKey(this);
        }

        @Override
        public PrimaryKey withName(String other) {
            return new PrimaryKey(other, columns, index);
        }
    }

    /**
     * {@code UNIQUE}.
     *
     * @param name the constraint's and its index's name
     * @param columns the key, in index order
     * @param nullsNotDistinct whether two nulls are equal
     * @param deferrability when it is checked
     * @param index attributes of its index other than the keys
     */
    record Unique(
            String name,
            List<String> columns,
            boolean nullsNotDistinct,
            Deferrability deferrability,
            ConstraintIndex index)
            implements Constraint {
        public Unique {
            Normalization.text("a constraint's name", name);
            columns = Normalization.nonEmpty("a unique constraint's columns", columns);
            Objects.requireNonNull(deferrability, "deferrability");
            Objects.requireNonNull(index, "index");
        }

        public Unique(String name, List<String> columns, boolean nullsNotDistinct, Deferrability deferrability) {
            this(name, columns, nullsNotDistinct, deferrability, ConstraintIndex.PLAIN);
        }

        /** The same constraint over other columns. */
        public Unique withColumns(List<String> others) {
            return new Unique(name, others, nullsNotDistinct, deferrability, index);
        }

        public Unique withNullsNotDistinct(boolean other) {
            return new Unique(name, columns, other, deferrability, index);
        }

        @Override
        public Unique withIndex(ConstraintIndex other) {
            return new Unique(name, columns, nullsNotDistinct, deferrability, other);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unique(this);
        }

        @Override
        public Unique withName(String other) {
            return new Unique(other, columns, nullsNotDistinct, deferrability, index);
        }
    }

    /**
     * {@code CHECK}.
     *
     * @param name the constraint's name
     * @param expression the condition that every row meets
     * @param validated whether existing rows were checked
     */
    record Check(String name, String expression, boolean validated) implements Constraint {
        public Check {
            Normalization.text("a constraint's name", name);
            Normalization.text("a check's expression", expression);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.check(this);
        }

        @Override
        public Check withName(String other) {
            return new Check(other, expression, validated);
        }

        public Check withExpression(String other) {
            return new Check(name, other, validated);
        }
    }

    /**
     * {@code FOREIGN KEY}.
     *
     * @param name the constraint's name
     * @param columns the referencing columns
     * @param target the referenced table
     * @param targetColumns the referenced columns, in the order of {@code columns}
     * @param onDelete what a delete of the referenced row does
     * @param onDeleteColumns the columns that {@code SET NULL} or {@code SET DEFAULT} sets; empty for all of {@code columns}
     * @param onUpdate what an update of the referenced key does
     * @param match whether some columns may be null while others are not
     * @param deferrability when it is checked
     * @param validated whether existing rows were checked
     */
    record ForeignKey(
            String name,
            List<String> columns,
            QualifiedName target,
            List<String> targetColumns,
            ForeignKeyAction onDelete,
            List<String> onDeleteColumns,
            ForeignKeyAction onUpdate,
            ForeignKeyMatch match,
            Deferrability deferrability,
            boolean validated)
            implements Constraint {
        public ForeignKey {
            Normalization.text("a constraint's name", name);
            columns = Normalization.nonEmpty("a foreign key's columns", columns);
            Objects.requireNonNull(target, "target");
            targetColumns = List.copyOf(targetColumns);
            if (columns.size() != targetColumns.size()) {
                throw new IllegalArgumentException("foreign key " + name + " has " + columns + " for " + targetColumns);
            }
            Objects.requireNonNull(onDelete, "onDelete");
            onDeleteColumns = onDeleteColumns.stream().sorted().toList();
            if (!columns.containsAll(onDeleteColumns)) {
                throw new IllegalArgumentException(
                        "foreign key " + name + " sets columns that it does not contain: " + onDeleteColumns);
            }
            Objects.requireNonNull(onUpdate, "onUpdate");
            Objects.requireNonNull(match, "match");
            Objects.requireNonNull(deferrability, "deferrability");
        }

        /** A foreign key with PostgreSQL's defaults: {@code NO ACTION}, {@code MATCH SIMPLE}, not deferrable. */
        public static ForeignKey of(
                String name, List<String> columns, QualifiedName target, List<String> targetColumns) {
            return new ForeignKey(
                    name,
                    columns,
                    target,
                    targetColumns,
                    ForeignKeyAction.NO_ACTION,
                    List.of(),
                    ForeignKeyAction.NO_ACTION,
                    ForeignKeyMatch.SIMPLE,
                    Deferrability.NOT_DEFERRABLE,
                    true);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.foreignKey(this);
        }

        @Override
        public ForeignKey withName(String other) {
            return from(other, columns, target, targetColumns, onDeleteColumns);
        }

        /** The same foreign key to another table. */
        public ForeignKey withTarget(QualifiedName other) {
            return from(name, columns, other, targetColumns, onDeleteColumns);
        }

        /** The same foreign key from and to other columns. */
        public ForeignKey withColumns(List<String> own, List<String> targets, List<String> set) {
            return from(name, own, target, targets, set);
        }

        /**
         * The same foreign key with another action on delete, which sets the given columns; an empty list means all
         * columns.
         */
        public ForeignKey withOnDelete(ForeignKeyAction other, List<String> set) {
            return enforced(other, set, onUpdate, match, deferrability, validated);
        }

        public ForeignKey withOnUpdate(ForeignKeyAction other) {
            return enforced(onDelete, onDeleteColumns, other, match, deferrability, validated);
        }

        public ForeignKey withMatch(ForeignKeyMatch other) {
            return enforced(onDelete, onDeleteColumns, onUpdate, other, deferrability, validated);
        }

        public ForeignKey withDeferrability(Deferrability other) {
            return enforced(onDelete, onDeleteColumns, onUpdate, match, other, validated);
        }

        public ForeignKey withValidated(boolean other) {
            return enforced(onDelete, onDeleteColumns, onUpdate, match, deferrability, other);
        }

        private ForeignKey from(
                String other, List<String> own, QualifiedName table, List<String> targets, List<String> set) {
            return new ForeignKey(other, own, table, targets, onDelete, set, onUpdate, match, deferrability, validated);
        }

        private ForeignKey enforced(
                ForeignKeyAction delete,
                List<String> set,
                ForeignKeyAction update,
                ForeignKeyMatch how,
                Deferrability when,
                boolean old) {
            return new ForeignKey(name, columns, target, targetColumns, delete, set, update, how, when, old);
        }
    }

    /**
     * {@code EXCLUDE}.
     *
     * @param name the constraint's and its index's name
     * @param method the access method of the index, for example {@code gist}
     * @param elements the compared keys with their operators, in index order; no two rows may satisfy all of them
     * @param where the predicate that selects the compared rows; empty for all rows
     * @param deferrability when it is checked
     * @param index attributes of its index other than the keys
     */
    record Exclusion(
            String name,
            String method,
            List<ExclusionElement> elements,
            Optional<String> where,
            Deferrability deferrability,
            ConstraintIndex index)
            implements Constraint {
        public Exclusion {
            Normalization.text("a constraint's name", name);
            Normalization.text("an exclusion constraint's method", method);
            elements = Normalization.nonEmpty("an exclusion constraint's elements", elements);
            Objects.requireNonNull(where, "where");
            Objects.requireNonNull(deferrability, "deferrability");
            Objects.requireNonNull(index, "index");
        }

        public Exclusion(
                String name,
                String method,
                List<ExclusionElement> elements,
                Optional<String> where,
                Deferrability deferrability) {
            this(name, method, elements, where, deferrability, ConstraintIndex.PLAIN);
        }

        @Override
        public Exclusion withIndex(ConstraintIndex other) {
            return new Exclusion(name, method, elements, where, deferrability, other);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.exclusion(this);
        }

        @Override
        public Exclusion withName(String other) {
            return new Exclusion(other, method, elements, where, deferrability, index);
        }

        public Exclusion withWhere(Optional<String> other) {
            return new Exclusion(name, method, elements, other, deferrability, index);
        }

        /** The same constraint over other elements. */
        public Exclusion withElements(List<ExclusionElement> others) {
            return new Exclusion(name, method, others, where, deferrability, index);
        }
    }
}
