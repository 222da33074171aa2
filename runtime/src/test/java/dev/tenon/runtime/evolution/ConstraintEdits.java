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
            (drawing, random, table) -> fresh(drawing, random, table)
                    .ifPresent(constraint -> drawing.replace(table, each -> RandomTable.with(each, constraint))));

    static final Edit ADD_REFERENCE = Edit.table("add reference", ConstraintEdits::addReference);

    static final List<Edit> ALL = List.of(
            ADD,
            ADD_REFERENCE,
            Edit.table("change primary key", ConstraintEdits::changePrimaryKey),
            Edit.table("change constraint", ConstraintEdits::change),
            Edit.table(
                    "rename constraint",
                    (drawing, random, table) -> random.maybe(table.constraints())
                            .ifPresent(constraint -> drawing.rename(Tokens.of(constraint.name())))),
            Edit.table(
                    "drop constraint",
                    (drawing, random, table) -> random.maybe(table.constraints())
                            .ifPresent(constraint -> drawing.replace(
                                    table,
                                    each -> each.withConstraints(Edit.without(each.constraints(), constraint))))));

    private ConstraintEdits() {}

    private static Optional<Constraint> fresh(Drawing drawing, RandomChoices random, Table table) {
        return drawing.names(random).constraint(drawing.withKnownValues(table));
    }

    private static void addReference(Drawing drawing, RandomChoices random, Table table) {
        List<Table> targets = drawing.isOld(table.name().name()) ? drawing.withKnownValues() : drawing.schema.tables();
        drawing.names(random)
                .reference(drawing.withKnownValues(table), targets)
                .filter(key -> isFull(drawing, (Constraint.ForeignKey) key))
                .ifPresent(key -> drawing.replace(table, each -> RandomTable.with(each, key)));
    }

    /** Whether every row has the referenced key, now and before. */
    private static boolean isFull(Drawing drawing, Constraint.ForeignKey key) {
        Table target = drawing.schema.table(key.target()).orElseThrow();
        return !losesRows(drawing, target)
                && key.targetColumns().stream()
                        .flatMap(name -> target.column(name).stream())
                        .allMatch(column -> !column.nullable()
                                && PairPlan.former(drawing.before, drawing, target)
                                        .flatMap(old -> PairPlan.former(old, drawing, column))
                                        .filter(Column::nullable)
                                        .isEmpty());
    }

    /** Whether a partition is dropped with its rows. */
    private static boolean losesRows(Drawing drawing, Table target) {
        List<String> kept = target.partitions().stream()
                .map(partition -> drawing.origin(partition.name()))
                .toList();
        return PairPlan.former(drawing.before, drawing, target).stream()
                .flatMap(old -> old.partitions().stream())
                .anyMatch(partition -> !kept.contains(Tokens.of(partition.name())));
    }

    private static void changePrimaryKey(Drawing drawing, RandomChoices random, Table table) {
        List<String> columns = drawing.names(random).keys(drawing.withKnownValues(table), random.oneIn(2) ? 2 : 1);
        if (columns.isEmpty()) {
            return;
        }
        String name = table.primaryKey()
                .filter(key -> random.oneIn(2))
                .map(Constraint.PrimaryKey::name)
                .orElseGet(drawing.tokens::next);
        List<Constraint> others = table.constraints().stream()
                .filter(each -> !(each instanceof Constraint.PrimaryKey))
                .toList();
        drawing.replace(
                table,
                each -> RandomTable.with(each.withConstraints(others), new Constraint.PrimaryKey(name, columns)));
    }

    private static void change(Drawing drawing, RandomChoices random, Table table) {
        random.maybe(table.constraints())
                .filter(old -> !(old instanceof Constraint.PrimaryKey))
                .ifPresent(old -> fresh(drawing, random, table)
                        .ifPresent(fresh -> drawing.replace(
                                table,
                                each -> each.withConstraints(
                                        Edit.replaced(each.constraints(), old, was -> fresh.withName(was.name()))))));
    }
}
