package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.ddl.ColumnDdl;
import dev.tenon.schema.internal.ddl.ConstraintDdl;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.ConstraintChange;
import dev.tenon.schema.internal.diff.IndexChange;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.sql.ConstraintSql;
import dev.tenon.schema.internal.sql.IndexSql;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The indexes, checks, exclusion constraints and removed generated columns that name columns whose values are
 * converted. The server cannot keep them, because their expressions and operator classes belong to the old types.
 */
final class TypeChangeMembers {

    private final PlanContext context;
    private final InheritedTables inherited;
    private final QualifiedName table;
    private final Table before;
    private final Table after;
    private final StatementCollector dropped;
    private final StatementCollector recreated;
    private final List<PlannedStatements> later = new ArrayList<>();
    private final Set<Change> covered = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    private TypeChangeMembers(PlanContext context, QualifiedName table, ColumnChange.SetType change) {
        this.context = context;
        this.inherited = new InheritedTables(context);
        this.table = table;
        this.before = context.before(table);
        this.after = context.table(table);
        this.dropped = new StatementCollector(change);
        this.recreated = new StatementCollector(change);
    }

    static TypeChangeMembers of(PlanContext context, QualifiedName table, List<ColumnChange.SetType> changes) {
        TypeChangeMembers members = new TypeChangeMembers(context, table, changes.get(0));
        changes.stream()
                .filter(change -> !context.isMetadataOnly(change))
                .forEach(change -> members.named.add(change.after().name()));
        List<Column> generated = members.generated();
        generated.forEach(column -> members.named.add(column.name()));
        members.before.indexes().stream().filter(members::holds).forEach(members::move);
        members.before.constraints(Constraint.Check.class).forEach(members::move);
        members.before.constraints(Constraint.Exclusion.class).forEach(members::move);
        generated.forEach(members::drop);
        return members;
    }

    /** The statements before the types change. */
    List<Statement> dropped() {
        return dropped.statements();
    }

    /** The statements after the types have changed, in the same transaction. */
    List<Statement> recreated() {
        return recreated.statements();
    }

    /** The statements after the transaction. */
    List<PlannedStatements> later() {
        return List.copyOf(later);
    }

    /** The changes that these statements make, so that their recipes have nothing left to plan. */
    Set<Change> covered() {
        return Set.copyOf(covered);
    }

    /** Whether members are created, which may name columns that the migration adds. */
    boolean needsNewColumns() {
        return !recreated.list().isEmpty();
    }

    /** The generated columns that read the columns and are removed. */
    private List<Column> generated() {
        return before.columns().stream()
                .filter(column -> after.column(column.name()).isEmpty()
                        && column.defaultValue().orElse(null) instanceof ColumnDefault.Generated generated
                        && names(generated.sql()))
                .toList();
    }

    private void drop(Column column) {
        dropped.metadata(Phase.COLUMNS, table, inherited.alone(table, ColumnDdl.drop(table, column.name())));
        covered.add(new ColumnChange.Drop(table, column));
    }

    private boolean holds(Index index) {
        boolean stays = KeyedLookup.find(after.indexes(), index.name())
                .filter(index::equals)
                .isPresent();
        return index.keys().stream().anyMatch(key -> holds(key, stays))
                || index.where().filter(this::names).isPresent()
                || (!stays && index.include().stream().anyMatch(named::contains));
    }

    /** An operator class that is named may not accept the new type; an index that changes is not built twice. */
    private boolean holds(IndexKey key, boolean stays) {
        return key.target() instanceof IndexKey.OfExpression expression
                ? names(expression.sql())
                : key.column().filter(named::contains).isPresent()
                        && (!stays || key.operatorClass().isPresent());
    }

    private void move(Index index) {
        dropped.metadata(Phase.COLUMNS, table, IndexDdl.drop(table, index.name()));
        Optional<Index> fresh = KeyedLookup.find(after.indexes(), index.name());
        if (fresh.isEmpty()) {
            covered.add(new IndexChange.Drop(table, index));
            return;
        }
        covered.add(new IndexChange.Replace(table, index, fresh.get()));
        if (awaits(IndexSql.create(table, fresh.get()))) {
            later.addAll(new IndexRecipe(context).create(new IndexChange.Create(table, fresh.get())));
            return;
        }
        recreated.blockingBuild(Phase.COLUMNS, table, IndexDdl.create(table, fresh.get()));
        if (fresh.get().comment().isPresent()) {
            recreated.unlocked(
                    Phase.COLUMNS,
                    IndexDdl.comment(table, fresh.get().name(), fresh.get().comment()));
        }
    }

    private void move(Constraint.Check check) {
        if (names(check.expression())) {
            fresh(check).ifPresent(fresh -> {
                recreated.metadata(Phase.COLUMNS, table, ConstraintDdl.addNotValid(table, fresh));
                if (fresh.validated()) {
                    later.addAll(new StatementCollector(recreated.change())
                            .scan(
                                    Phase.CONSTRAINTS,
                                    ConstraintDdl.validate(table, fresh.name()),
                                    StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, table))
                            .list());
                }
            });
        }
    }

    private void move(Constraint.Exclusion exclusion) {
        Stream<String> expressions = Stream.concat(
                exclusion.elements().stream()
                        .map(ExclusionElement::key)
                        .flatMap(key -> key.target() instanceof IndexKey.OfExpression expression
                                ? Stream.of(expression.sql())
                                : Stream.empty()),
                exclusion.where().stream());
        boolean columns = exclusion.elements().stream()
                .anyMatch(element ->
                        element.key().column().filter(named::contains).isPresent());
        if (columns || expressions.anyMatch(this::names)) {
            fresh(exclusion)
                    .ifPresent(fresh -> recreated.blockingBuild(Phase.COLUMNS, table, ConstraintDdl.add(table, fresh)));
        }
    }

    /** Drops the constraint, and finds its new form if it is to be created together with the new types. */
    private Optional<Constraint> fresh(Constraint old) {
        Optional<Constraint> fresh = KeyedLookup.find(after.constraints(), old.name());
        if (fresh.isEmpty()) {
            // Its removal comes before the new types.
            return Optional.empty();
        }
        Ddl drop = ConstraintDdl.drop(table, old.name());
        dropped.metadata(
                Phase.COLUMNS, table, old instanceof Constraint.Check ? inherited.alone(table, drop) : drop);
        covered.add(new ConstraintChange.Replace(table, old, fresh.get()));
        if (awaits(ConstraintSql.definition(fresh.get()))) {
            later.addAll(new ConstraintRecipe(context).add(new ConstraintChange.Add(table, fresh.get())));
            return Optional.empty();
        }
        return fresh;
    }

    /** Whether the definition names a column that the migration adds, whose values may come later. */
    private boolean awaits(String sql) {
        return after.columns().stream()
                .filter(column -> before.column(column.name()).isEmpty())
                .anyMatch(column -> IdentifierRewriter.anywhere(sql, column.name()));
    }

    private boolean names(String sql) {
        return named.stream().anyMatch(column -> IdentifierRewriter.anywhere(sql, column));
    }
}
