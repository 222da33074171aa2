package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.plan.shadow.ConstraintUniqueIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A key on which foreign keys may rest: a primary key, a unique constraint, or a unique index without a constraint.
 *
 * @param table its table
 * @param constraint the constraint; empty for an index without one
 * @param index the index, under the name of the key
 */
record UniqueKey(QualifiedName table, Optional<Constraint> constraint, Index index) {

    /** The key that the constraint makes. */
    static Optional<UniqueKey> of(QualifiedName table, Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return Optional.of(new UniqueKey(
                    table, Optional.of(key), ConstraintUniqueIndex.of(key.name(), key.columns(), false, key.index())));
        }
        return constraint instanceof Constraint.Unique key
                ? Optional.of(new UniqueKey(
                        table,
                        Optional.of(key),
                        ConstraintUniqueIndex.of(key.name(), key.columns(), key.nullsNotDistinct(), key.index())))
                : Optional.empty();
    }

    String name() {
        return index.name();
    }

    boolean primary() {
        return constraint.filter(Constraint.PrimaryKey.class::isInstance).isPresent();
    }

    List<String> columns() {
        return index.keys().stream()
                .map(IndexKey::column)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether foreign keys may rest on it. */
    boolean referable() {
        boolean immediate = constraint
                .filter(each -> each instanceof Constraint.Unique unique
                        && unique.deferrability() != Deferrability.NOT_DEFERRABLE)
                .isEmpty();
        return immediate
                && index.unique()
                && index.where().isEmpty()
                && columns().size() == index.keys().size();
    }

    /** Whether the foreign key rests on this key or on another one over the same columns. */
    boolean supports(Constraint.ForeignKey reference) {
        return referable()
                && reference.target().equals(table)
                && new HashSet<>(reference.targetColumns()).equals(new HashSet<>(columns()));
    }

    Ddl drop() {
        return constraint.isPresent() ? ConstraintDdl.drop(table, name()) : IndexDdl.drop(table, name());
    }

    /** Makes a finished index the index of this key. */
    Ddl adopt(String built) {
        return constraint
                .map(made -> ConstraintDdl.addUsingIndex(table, made, built))
                .orElseGet(() -> IndexDdl.rename(table, built, name()));
    }

    /** Gives this key its name in place of another one. */
    Ddl rename(String former) {
        return constraint.isPresent()
                ? ConstraintDdl.rename(table, former, name())
                : IndexDdl.rename(table, former, name());
    }
}
