package dev.tenon.schema.internal.plan;

import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.sql.EnumSql;
import java.util.List;

/** Plans changes of enum types. A new label is committed before anything uses it. */
final class EnumRecipe implements EnumChange.Cases<List<PlannedStatements>> {

    @Override
    public List<PlannedStatements> create(EnumChange.Create change) {
        StatementCollector fragments =
                new StatementCollector(change).unlocked(Phase.TYPES, EnumSql.create(change.type()));
        if (change.type().comment().isPresent()) {
            fragments.unlocked(
                    Phase.TYPES,
                    EnumSql.comment(change.type().name(), change.type().comment()));
        }
        return fragments.list();
    }

    @Override
    public List<PlannedStatements> drop(EnumChange.Drop change) {
        return new StatementCollector(change)
                .unlocked(Phase.DROP_TYPES, EnumSql.drop(change.type().name()))
                .list();
    }

    @Override
    public List<PlannedStatements> rename(EnumChange.Rename change) {
        StatementCollector fragments = new StatementCollector(change);
        if (!change.before().schema().equals(change.after().schema())) {
            fragments.unlocked(
                    Phase.RENAMES, EnumSql.move(change.before(), change.after().schema()));
        }
        if (!change.before().name().equals(change.after().name())) {
            fragments.unlocked(
                    Phase.RENAMES,
                    EnumSql.rename(
                            change.after().withName(change.before().name()),
                            change.after().name()));
        }
        return fragments.list();
    }

    @Override
    public List<PlannedStatements> addLabel(EnumChange.AddLabel change) {
        return new StatementCollector(change)
                .ownCommit(Phase.LABELS, EnumSql.addLabel(change.type(), change.label(), change.before()))
                .list();
    }

    @Override
    public List<PlannedStatements> renameLabel(EnumChange.RenameLabel change) {
        return new StatementCollector(change)
                .unlocked(Phase.RENAMES, EnumSql.renameLabel(change.type(), change.before(), change.after()))
                .list();
    }

    /** Plans nothing: {@link ShadowRecipe} replaces the type together with its columns. */
    @Override
    public List<PlannedStatements> recreate(EnumChange.Recreate change) {
        return List.of();
    }

    @Override
    public List<PlannedStatements> setComment(EnumChange.SetComment change) {
        return new StatementCollector(change)
                .unlocked(Phase.COMMENTS, EnumSql.comment(change.type(), change.after()))
                .list();
    }
}
