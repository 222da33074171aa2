package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.Optional;
import java.util.Set;

/** Forces the planner to recreate objects whose difference the model cannot express. */
final class ForcedRecreation implements Constraint.Cases<Constraint> {

    private ForcedRecreation() {}

    /** The schema with these of its constraints and indexes changed into others of their names. */
    static Schema of(Schema live, Set<ObjectPath> paths) {
        return paths.isEmpty()
                ? live
                : live.withTables(
                        live.tables().stream().map(table -> of(table, paths)).toList());
    }

    private static Table of(Table table, Set<ObjectPath> paths) {
        return table.withConstraints(table.constraints().stream()
                        .map(each -> paths.contains(ObjectPath.constraint(table.name(), each.name()))
                                ? each.match(new ForcedRecreation())
                                : each)
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(each ->
                                paths.contains(ObjectPath.index(table.name(), each.name())) ? unfinished(each) : each)
                        .toList());
    }

    /** What nobody finished building is built anew. */
    private static Index unfinished(Index index) {
        return new Index(
                index.name(),
                index.method(),
                index.unique(),
                index.nullsNotDistinct(),
                index.keys(),
                index.include(),
                index.where(),
                index.with(),
                false,
                index.comment());
    }

    @Override
    public Constraint primaryKey(Constraint.PrimaryKey key) {
        return key.withIndex(new ConstraintIndex(key.columns(), key.index().with()));
    }

    @Override
    public Constraint unique(Constraint.Unique unique) {
        return new Constraint.Unique(
                unique.name(), unique.columns(), !unique.nullsNotDistinct(), unique.deferrability(), unique.index());
    }

    @Override
    public Constraint check(Constraint.Check check) {
        return new Constraint.Check(check.name(), "NOT (" + check.expression() + ")", check.validated());
    }

    @Override
    public Constraint foreignKey(Constraint.ForeignKey key) {
        ForeignKeyAction other =
                key.onUpdate() == ForeignKeyAction.RESTRICT ? ForeignKeyAction.NO_ACTION : ForeignKeyAction.RESTRICT;
        return new Constraint.ForeignKey(
                key.name(),
                key.columns(),
                key.target(),
                key.targetColumns(),
                key.onDelete(),
                key.onDeleteColumns(),
                other,
                key.match(),
                key.deferrability(),
                key.validated());
    }

    @Override
    public Constraint exclusion(Constraint.Exclusion exclusion) {
        return new Constraint.Exclusion(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements(),
                Optional.of("NOT (" + exclusion.where().orElse("true") + ")"),
                exclusion.deferrability());
    }
}
