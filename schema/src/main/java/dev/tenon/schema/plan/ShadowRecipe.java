package dev.tenon.schema.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.derive.DerivedNames;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.sql.ColumnSql;
import dev.tenon.schema.sql.ConstraintSql;
import dev.tenon.schema.sql.DataSql;
import dev.tenon.schema.sql.Identifier;
import dev.tenon.schema.sql.IndexSql;
import dev.tenon.schema.sql.ShadowSql;
import dev.tenon.schema.sql.TypeSql;
import java.util.List;
import java.util.Optional;

/**
 * Another type for a column while others read and write: a column beside it that a trigger keeps in step, old rows in
 * batches, its indexes and checks, and at last, in one moment, the new column in the place of the old one.
 */
final class ShadowRecipe {

    private final ColumnChange.SetType change;
    private final QualifiedName table;
    private final Column column;
    private final String shadow;
    private final QualifiedName function;
    private final String trigger;
    private final String value;
    private final Shadow.Beside beside;

    ShadowRecipe(PlanContext context, ColumnChange.SetType change) {
        this.change = change;
        this.table = change.table();
        this.column = change.after();
        this.shadow = Interim.name(column.name());
        this.function = table.withName(DerivedNames.fit("tenon_" + table.name() + "_" + column.name()));
        this.trigger = DerivedNames.fit("~" + function.name());
        this.value = context.conversion(table, column.name())
                .orElseGet(
                        () -> "CAST(" + Identifier.quote(column.name()) + " AS " + TypeSql.name(column.type()) + ")");
        this.beside = Shadow.beside(context.after(), table, column.name());
    }

    List<Fragment> list() {
        Fragments made = new Fragments(change);
        made.together(Phase.SHADOWS, begin());
        made.rows(table, DataSql.fill(table, shadow, value));
        for (Index index : beside.indexes()) {
            made.build(table, IndexSql.createConcurrently(table, index.withName(Interim.name(index.name()))));
        }
        for (Constraint.Check check : beside.checks()) {
            check(made, check.withName(Interim.name(check.name())));
        }
        if (!column.nullable()) {
            NotNull.stage(made, table, shadow);
        }
        return made.together(Phase.SWAPS, swap()).list();
    }

    private List<Statement> begin() {
        Column bare = column.withName(shadow)
                .withNullable(true)
                .withDefault(Optional.empty())
                .withStorage(ColumnStorage.USUAL)
                .withComment(Optional.empty());
        return new Fragments(change)
                .metadata(Phase.SHADOWS, table, ColumnSql.add(table, bare))
                .free(Phase.SHADOWS, ShadowSql.function(function, shadow, value))
                .metadata(Phase.SHADOWS, table, ShadowSql.trigger(table, trigger, function))
                .statements();
    }

    private void check(Fragments made, Constraint check) {
        made.brief(
                        Phase.CONSTRAINTS,
                        ConstraintSql.addNotValid(table, check),
                        Fragments.lock(LockLevel.ACCESS_EXCLUSIVE, table))
                .scan(
                        Phase.CONSTRAINTS,
                        ConstraintSql.validate(table, check.name()),
                        Fragments.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table));
    }

    /** The old column takes with it whatever was made anew beside it. */
    private List<Statement> swap() {
        String name = column.name();
        Fragments swap = new Fragments(change)
                .metadata(Phase.SWAPS, table, ShadowSql.dropTrigger(table, trigger))
                .free(Phase.SWAPS, ShadowSql.dropFunction(function))
                .metadata(Phase.SWAPS, table, ColumnSql.drop(table, name))
                .metadata(Phase.SWAPS, table, ColumnSql.rename(table, shadow, name));
        DefaultValue.expression(column)
                .ifPresent(each -> swap.metadata(Phase.SWAPS, table, ColumnSql.setDefault(table, name, each)));
        ColumnSql.setStorage(table, column.withStorage(ColumnStorage.USUAL), column)
                .forEach(sql -> swap.metadata(Phase.SWAPS, table, sql));
        if (column.comment().isPresent()) {
            swap.metadata(Phase.SWAPS, table, ColumnSql.comment(table, name, column.comment()));
        }
        for (Constraint.Check check : beside.checks()) {
            swap.metadata(Phase.SWAPS, table, ConstraintSql.rename(table, Interim.name(check.name()), check.name()));
        }
        for (Index index : beside.indexes()) {
            swap.metadata(Phase.SWAPS, table, IndexSql.rename(table, Interim.name(index.name()), index.name()));
            if (index.comment().isPresent()) {
                swap.metadata(Phase.SWAPS, table, IndexSql.comment(table, index.name(), index.comment()));
            }
        }
        return swap.statements();
    }
}
