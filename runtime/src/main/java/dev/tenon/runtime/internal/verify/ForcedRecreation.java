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

    /**
     * Returns the schema with a changed definition for each of the given constraints and indexes, so that the diff
     * recreates them.
     */
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

    /** Marks the index as invalid, because the planner recreates invalid indexes. */
    private static Index unfinished(Index index) {
        return index.withValid(false);
    }

    @Override
    public Constraint primaryKey(Constraint.PrimaryKey key) {
        return key.withIndex(new ConstraintIndex(key.columns(), key.index().with()));
    }

    @Override
    public Constraint unique(Constraint.Unique unique) {
        return unique.withNullsNotDistinct(!unique.nullsNotDistinct());
    }

    @Override
    public Constraint check(Constraint.Check check) {
        return check.withExpression("NOT (" + check.expression() + ")");
    }

    @Override
    public Constraint foreignKey(Constraint.ForeignKey key) {
        ForeignKeyAction other =
                key.onUpdate() == ForeignKeyAction.RESTRICT ? ForeignKeyAction.NO_ACTION : ForeignKeyAction.RESTRICT;
        return key.withOnUpdate(other);
    }

    @Override
    public Constraint exclusion(Constraint.Exclusion exclusion) {
        return exclusion.withWhere(Optional.of("NOT (" + exclusion.where().orElse("true") + ")"));
    }
}
