package dev.tenon.schema.internal.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The type changes of one table, or of tables that inherit from each other, that shadow columns cannot make. One
 * transaction rewrites a table once. Members whose
 * expressions name the columns are dropped before and created in their new form after it, so that no other session sees
 * the table without them.
 */
final class TypeChangeTransaction {

    private final PlanContext context;
    private final List<QualifiedName> tables;
    private final List<ColumnChange.SetType> changes;

    private TypeChangeTransaction(PlanContext context, List<ColumnChange.SetType> changes) {
        this.context = context;
        // Parents first.
        List<QualifiedName> all = new ArrayList<>(
                changes.stream().map(ColumnChange.SetType::table).distinct().toList());
        all.sort(context.inheritance().<QualifiedName>childrenFirst(table -> table).reversed());
        this.tables = all;
        this.changes = changes;
    }

    /** The statements of a migration, with the type changes of each table in one transaction. */
    static List<PlannedStatements> amend(List<Change> changes, List<PlannedStatements> fragments, PlanContext context) {
        InheritedTables inherited = new InheritedTables(context);
        Map<QualifiedName, List<ColumnChange.SetType>> tables = new LinkedHashMap<>();
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetType set
                    && !context.recollates(set)
                    && !context.shadows().replaces(set.table(), set.after().name())) {
                tables.computeIfAbsent(inherited.root(set.table()), any -> new ArrayList<>())
                        .add(set);
            }
        }
        List<PlannedStatements> amended = fragments;
        for (List<ColumnChange.SetType> together : tables.values()) {
            amended = new TypeChangeTransaction(context, together).amend(amended);
        }
        return amended;
    }

    private List<PlannedStatements> amend(List<PlannedStatements> fragments) {
        List<TypeChangeMembers> members = tables.stream()
                .map(table -> TypeChangeMembers.of(context, table, of(table)))
                .toList();
        List<PolicyReadColumns> policies = tables.stream()
                .map(table -> PolicyReadColumns.of(context, table, of(table)))
                .toList();
        List<PlannedStatements> own =
                fragments.stream().filter(this::isOfColumns).toList();
        boolean converts = changes.stream().anyMatch(change -> !context.isMetadataOnly(change));
        if (!converts
                && members.stream().allMatch(each -> each.dropped().isEmpty())
                && policies.stream().allMatch(each -> each.dropped().isEmpty())) {
            return fragments;
        }
        List<Statement> statements = new ArrayList<>();
        policies.forEach(each -> statements.addAll(each.dropped()));
        members.forEach(each -> statements.addAll(each.dropped()));
        statements.addAll(columns(own));
        childrenFirst(members).forEach(each -> statements.addAll(each.recreated()));
        policies.forEach(each -> statements.addAll(each.recreated()));
        boolean late = members.stream().anyMatch(TypeChangeMembers::needsNewColumns)
                || policies.stream().anyMatch(each -> !each.covered().isEmpty());
        PlannedStatements transaction =
                new PlannedStatements(late ? Phase.VIEWED_COLUMNS : Phase.COLUMNS, statements, true);
        Set<Change> covered = new HashSet<>();
        members.forEach(each -> covered.addAll(each.covered()));
        policies.forEach(each -> covered.addAll(each.covered()));
        List<PlannedStatements> amended = new ArrayList<>();
        boolean added = false;
        for (PlannedStatements fragment : fragments) {
            if (isOfColumns(fragment)) {
                if (!added) {
                    amended.add(transaction);
                    added = true;
                }
            } else if (!covered.contains(fragment.statements().get(0).change())) {
                amended.add(fragment);
            }
        }
        childrenFirst(members).forEach(each -> amended.addAll(each.later()));
        return amended;
    }

    private List<ColumnChange.SetType> of(QualifiedName table) {
        return changes.stream().filter(set -> set.table().equals(table)).toList();
    }

    private static <T> List<T> childrenFirst(List<T> parentsFirst) {
        List<T> reversed = new ArrayList<>(parentsFirst);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Whether it is about the columns and can be part of the transaction. */
    private boolean isOfColumns(PlannedStatements fragment) {
        Statement first = fragment.statements().get(0);
        return fragment.phase() == Phase.COLUMNS
                && fragment.statements().stream().allMatch(each -> each.mode() == StepMode.TRANSACTION)
                && first.change() instanceof ColumnChange change
                && changes.stream().anyMatch(set -> set.path().equals(change.path()));
    }

    /** The statements about the columns: those before the new types, one for all new types, those after them. */
    private List<Statement> columns(List<PlannedStatements> fragments) {
        List<Statement> before = new ArrayList<>();
        List<Statement> types = new ArrayList<>();
        List<Statement> after = new ArrayList<>();
        for (ColumnChange.SetType set : changes) {
            for (PlannedStatements fragment : fragments) {
                if (fragment.statements().get(0).change().path().equals(set.path())) {
                    for (Statement statement : fragment.statements()) {
                        boolean type =
                                statement.ddl().effects().stream().anyMatch(CatalogEffect.ChangeType.class::isInstance);
                        boolean early =
                                types.stream().noneMatch(each -> each.change().equals(set));
                        List<Statement> part = type ? types : early ? before : after;
                        part.add(statement);
                    }
                }
            }
        }
        List<Statement> all = new ArrayList<>(before);
        for (QualifiedName table : tables) {
            List<Statement> own = types.stream()
                    .filter(each -> each.change().path().owner().equals(table))
                    .toList();
            if (!own.isEmpty()) {
                all.add(together(table, own));
            }
        }
        // The change of the type and that of the default may both set the default.
        for (Statement statement : after) {
            if (all.stream().noneMatch(each -> each.sql().equals(statement.sql()))) {
                all.add(statement);
            }
        }
        return all;
    }

    private Statement together(QualifiedName table, List<Statement> types) {
        Statement first = types.stream()
                .filter(each -> each.change() instanceof ColumnChange.SetType set && !context.isMetadataOnly(set))
                .findFirst()
                .orElse(types.get(0));
        Ddl ddl = ColumnDdl.together(table, types.stream().map(Statement::ddl).toList());
        return new Statement(ddl, first.change(), first.mode(), first.locks(), first.cost());
    }
}
