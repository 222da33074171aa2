package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;

/** Edits of constraints. Constraints that PostgreSQL validates on old rows use only columns with known values. */
final class ConstraintEdits {

    static final Edit ADD = Edit.table(
            "add constraint",
            (edited, random, table) -> fresh(edited, random, table)
                    .ifPresent(constraint -> edited.replace(table, each -> RandomTable.with(each, constraint))));

    static final Edit ADD_REFERENCE = Edit.table("add reference", ConstraintEdits::addReference);

    static final List<Edit> ALL = List.of(
            ADD,
            ADD_REFERENCE,
            Edit.table("change primary key", ConstraintEdits::changePrimaryKey),
            Edit.table("change constraint", ConstraintEdits::change),
            Edit.table(
                    "rename constraint",
                    (edited, random, table) -> random.maybe(table.constraints())
                            .ifPresent(constraint -> edited.rename(Tokens.of(constraint.name())))),
            Edit.table(
                    "drop constraint",
                    (edited, random, table) -> random.maybe(table.constraints())
                            .ifPresent(constraint -> edited.replace(
                                    table,
                                    each -> each.withConstraints(Edit.without(each.constraints(), constraint))))));

    private ConstraintEdits() {}

    private static Optional<Constraint> fresh(EditedSchema edited, RandomChoices random, Table table) {
        return edited.names(random).constraint(edited.withKnownValues(table));
    }

    private static void addReference(EditedSchema edited, RandomChoices random, Table table) {
        List<Table> targets = edited.isOld(table.name().name()) ? edited.withKnownValues() : edited.schema.tables();
        edited.names(random)
                .reference(edited.withKnownValues(table), targets)
                .filter(key -> isFull(edited, (Constraint.ForeignKey) key))
                .ifPresent(key -> edited.replace(table, each -> RandomTable.with(each, key)));
    }

    /** Whether every row has the referenced key, now and before. */
    private static boolean isFull(EditedSchema edited, Constraint.ForeignKey key) {
        Table target = edited.schema.table(key.target()).orElseThrow();
        return !losesRows(edited, target)
                && key.targetColumns().stream()
                        .flatMap(name -> target.column(name).stream())
                        .allMatch(column -> !column.nullable()
                                && PairPlan.former(edited.before, edited, target)
                                        .flatMap(old -> PairPlan.former(old, edited, column))
                                        .filter(Column::nullable)
                                        .isEmpty());
    }

    /** Whether a partition is dropped with its rows. */
    private static boolean losesRows(EditedSchema edited, Table target) {
        List<String> kept = target.partitions().stream()
                .map(partition -> edited.origin(partition.name()))
                .toList();
        return PairPlan.former(edited.before, edited, target).stream()
                .flatMap(old -> old.partitions().stream())
                .anyMatch(partition -> !kept.contains(Tokens.of(partition.name())));
    }

    private static void changePrimaryKey(EditedSchema edited, RandomChoices random, Table table) {
        List<String> columns = edited.names(random).keys(edited.withKnownValues(table), random.oneIn(2) ? 2 : 1);
        if (columns.isEmpty()) {
            return;
        }
        String name = table.primaryKey()
                .filter(key -> random.oneIn(2))
                .map(Constraint.PrimaryKey::name)
                .orElseGet(edited.tokens::next);
        List<Constraint> others = table.constraints().stream()
                .filter(each -> !(each instanceof Constraint.PrimaryKey))
                .toList();
        edited.replace(
                table,
                each -> RandomTable.with(each.withConstraints(others), new Constraint.PrimaryKey(name, columns)));
    }

    private static void change(EditedSchema edited, RandomChoices random, Table table) {
        random.maybe(table.constraints())
                .filter(old -> !(old instanceof Constraint.PrimaryKey))
                .ifPresent(old -> fresh(edited, random, table)
                        .ifPresent(fresh -> edited.replace(
                                table,
                                each -> each.withConstraints(
                                        Edit.replaced(each.constraints(), old, was -> fresh.withName(was.name()))))));
    }
}
