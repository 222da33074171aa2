package dev.tenon.schema.internal.plan;

import dev.tenon.schema.internal.ddl.EnumDdl;
import dev.tenon.schema.internal.diff.EnumChange;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import java.util.List;

/** Plans changes of enum types. A new label is committed before anything uses it. */
final class EnumRecipe implements EnumChange.Cases<List<PlannedStatements>> {

    @Override
    public List<PlannedStatements> create(EnumChange.Create change) {
        StatementCollector fragments =
                new StatementCollector(change).unlocked(Phase.TYPES, EnumDdl.create(change.type()));
        if (change.type().comment().isPresent()) {
            fragments.unlocked(
                    Phase.TYPES,
                    EnumDdl.comment(change.type().name(), change.type().comment()));
        }
        return fragments.list();
    }

    @Override
    public List<PlannedStatements> drop(EnumChange.Drop change) {
        return new StatementCollector(change)
                .unlocked(Phase.DROP_TYPES, EnumDdl.drop(change.type().name()))
                .list();
    }

    @Override
    public List<PlannedStatements> rename(EnumChange.Rename change) {
        StatementCollector fragments = new StatementCollector(change);
        if (!change.before().schema().equals(change.after().schema())) {
            fragments.unlocked(
                    Phase.RENAMES, EnumDdl.move(change.before(), change.after().schema()));
        }
        if (!change.before().name().equals(change.after().name())) {
            fragments.unlocked(
                    Phase.RENAMES,
                    EnumDdl.rename(
                            change.after().withName(change.before().name()),
                            change.after().name()));
        }
        return fragments.list();
    }

    @Override
    public List<PlannedStatements> addLabel(EnumChange.AddLabel change) {
        return new StatementCollector(change)
                .ownCommit(Phase.LABELS, EnumDdl.addLabel(change.type(), change.label(), change.before()))
                .list();
    }

    @Override
    public List<PlannedStatements> renameLabel(EnumChange.RenameLabel change) {
        return new StatementCollector(change)
                .unlocked(Phase.RENAMES, EnumDdl.renameLabel(change.type(), change.before(), change.after()))
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
                .unlocked(Phase.COMMENTS, EnumDdl.comment(change.type(), change.after()))
                .list();
    }
}
