package dev.tenon.schema.internal.plan;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.ddl.SqlObjectDdl;
import dev.tenon.schema.internal.derive.TenantTrigger;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.GrantChange;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.diff.ViewChange;
import dev.tenon.schema.internal.plan.PlaceholderRoutines.Creation;
import dev.tenon.schema.internal.plan.shadow.CollationGroup;
import dev.tenon.schema.internal.plan.shadow.ShadowGroup;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.StatementCost;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import dev.tenon.schema.internal.sql.parse.TriggerColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Creates and drops views and SQL-defined objects in dependency order. Dependents that block a change are dropped
 * before it and recreated after it, with grants and comments, in one transaction.
 */
public final class DependentPlanner {

    private final List<Change> changes;
    private final PlanContext context;
    private final DependentState state;
    private final InPlaceReplacement inPlace;
    private final PlaceholderRoutines placeholders;
    private final Set<ObjectPath> changed = new TreeSet<>();
    private final List<PlannedStatements> fragments = new ArrayList<>();

    /** What changes before the results that tables store of it are computed again. */
    private final Set<ObjectPath> sources = new TreeSet<>();

    DependentPlanner(List<Change> changes, PlanContext context) {
        this.changes = changes;
        this.context = context;
        this.state = new DependentState(context);
        this.inPlace = new InPlaceReplacement(context);
        this.placeholders = new PlaceholderRoutines(context, state);
        for (Change change : changes) {
            if (change instanceof ViewChange.Create
                    || change instanceof ViewChange.Redefine
                    || change instanceof SqlObjectChange.Create
                    || change instanceof SqlObjectChange.Replace) {
                changed.add(change.path());
            }
        }
        StoredResults.of(changes, context)
                .forEach(stored -> sources.add(stored.source().path()));
    }

    /** The materialized views that these changes refill while reads of them are blocked. */
    public static Set<ObjectPath> missed(List<Change> changes, PlanContext context) {
        DependentPlanner plan = new DependentPlanner(changes, context);
        plan.amend(List.of(), KeyCutovers.of(changes, context));
        return plan.state.missed();
    }

    /**
     * Adds the statements of views and objects to those of other changes, and removes those that a recreation makes
     * unnecessary.
     */
    List<PlannedStatements> amend(List<PlannedStatements> others, KeyCutovers keys) {
        List<PlannedStatements> left = new ArrayList<>(others);
        objectsBeforeTables();
        tenantTriggers();
        retype(left);
        cutover(left);
        keys(left, keys);
        rest();
        left.removeIf(fragment -> isPartOfRemade(fragment.statements().get(0).change()));
        left.addAll(fragments);
        return left;
    }

    private void objectsBeforeTables() {
        for (ObjectPath path : state.order()) {
            if (isEarly(path) && !state.exists(path)) {
                List<Statement> statements = new ArrayList<>(moveAside(path));
                boolean alone = !statements.isEmpty();
                statements.addAll(state.create(path));
                fragments.add(new PlannedStatements(Phase.OBJECTS, statements, alone));
            } else if (!state.exists(path) && placeholders.of(path) == Creation.BEFORE_TABLES) {
                fragments.add(new PlannedStatements(Phase.OBJECTS, state.create(path), false));
            } else if (!state.exists(path) && placeholders.of(path) == Creation.WITHOUT_BODY) {
                fragments.add(new PlannedStatements(Phase.OBJECTS, state.createWithoutBody(path), false));
            } else if ((isEarly(path) || sources.contains(path)) && changed.contains(path) && inPlace.replaces(path)) {
                inPlace(state.replace(path));
            } else if (isEarly(path) && changed.contains(path)) {
                Set<ObjectPath> gone = state.before().dependents(Set.of(path));
                List<Statement> statements = new ArrayList<>(state.drop(gone));
                statements.addAll(state.drop(Set.of(path)));
                statements.addAll(state.create(path));
                statements.addAll(state.restoreOld(gone));
                fragments.add(new PlannedStatements(Phase.OBJECTS, statements, true));
            }
        }
    }

    /**
     * Creates triggers that give rows their tenant before existing rows get theirs, and drops them last; each for
     * itself, so that a lock on one table never waits for a lock on another.
     */
    private void tenantTriggers() {
        for (ObjectPath path : state.order()) {
            if (isTenantTrigger(path, context.after()) && !state.exists(path)) {
                fragments.add(new PlannedStatements(Phase.TENANT_TRIGGERS, state.create(path), true));
            }
        }
        for (ObjectPath path : state.before().order()) {
            if (isTenantTrigger(path, context.before()) && state.exists(path) && !state.stays(path)) {
                fragments.add(new PlannedStatements(Phase.DROP_CONSTRAINTS, state.drop(Set.of(path)), true));
            }
        }
    }

    private static boolean isTenantTrigger(ObjectPath path, Schema schema) {
        return path.kind() == Kind.OBJECT
                && schema.object(path.owner()).filter(TenantTrigger::is).isPresent();
    }

    /** Renames the routine whose name the object takes, in the same transaction, so that callers always find one. */
    private List<Statement> moveAside(ObjectPath path) {
        return context.movedAside(path)
                .map(rename -> new StatementCollector(rename)
                        .unlocked(Phase.OBJECTS, SqlObjectDdl.rename(rename.before(), rename.after()))
                        .statements())
                .orElse(List.of());
    }

    /**
     * Adds the statements of an in-place replacement. If one of them scans rows, each commits separately, so that the
     * scan holds only its own locks.
     */
    private void inPlace(List<Statement> statements) {
        if (statements.stream().allMatch(statement -> statement.cost() == StatementCost.METADATA)) {
            fragments.add(new PlannedStatements(Phase.OBJECTS, statements, false));
        } else {
            statements.forEach(each -> fragments.add(new PlannedStatements(Phase.OBJECTS, List.of(each), true)));
        }
    }

    /**
     * Drops and recreates the dependents of tables with type changes, because PostgreSQL cannot change the type of a
     * column that a view reads.
     */
    private void retype(List<PlannedStatements> left) {
        InheritedTables inherited = new InheritedTables(context);
        Map<QualifiedName, Set<QualifiedName>> trees = new TreeMap<>();
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetType set
                    && !context.recollates(set)
                    && !context.shadows().replaces(set.table(), set.after().name())) {
                trees.computeIfAbsent(inherited.root(set.table()), any -> new TreeSet<>())
                        .add(set.table());
            }
        }
        for (Set<QualifiedName> tables : trees.values()) {
            Set<ObjectPath> gone = new TreeSet<>(state.before()
                    .dependents(tables.stream().map(ObjectPath::table).collect(Collectors.toSet())));
            tables.forEach(table -> gone.addAll(triggers(table)));
            gone.removeIf(this::isUnaffectedAlteration);
            if (!gone.isEmpty()) {
                List<Statement> statements = new ArrayList<>(state.drop(gone));
                List<PlannedStatements> own = left.stream()
                        .filter(fragment -> tables.stream().anyMatch(table -> isRetyping(fragment, table)))
                        .toList();
                own.forEach(fragment -> statements.addAll(fragment.statements()));
                left.removeAll(own);
                statements.addAll(state.restore(gone, changed));
                fragments.add(new PlannedStatements(Phase.VIEWED_COLUMNS, statements, true));
            }
        }
    }

    /**
     * Whether an object alters a table or partition, but names no column that changes its type. The server keeps it, and
     * to do it again may read or copy all rows.
     */
    private boolean isUnaffectedAlteration(ObjectPath path) {
        return path.kind() == Kind.OBJECT
                && context.before()
                        .object(path.owner())
                        .map(SqlObject::create)
                        .filter(sql -> CreateStatement.of(sql)
                                        .filter(CreateStatement::alters)
                                        .isPresent()
                                && changes.stream()
                                        .noneMatch(change -> change instanceof ColumnChange.SetType set
                                                && IdentifierRewriter.anywhere(
                                                        sql, set.after().name())))
                        .isPresent();
    }

    /** The triggers of the table whose events or conditions name a column that changes its type. */
    private Set<ObjectPath> triggers(QualifiedName table) {
        Set<ObjectPath> found = new TreeSet<>();
        for (SqlObject object : context.before().objects()) {
            boolean own = CreateStatement.of(object.create())
                    .flatMap(CreateStatement::on)
                    .filter(table::equals)
                    .isPresent();
            if (own
                    && changes.stream()
                            .anyMatch(change -> change instanceof ColumnChange.SetType set
                                    && set.table().equals(table)
                                    && IdentifierRewriter.anywhere(
                                            TriggerColumns.in(object.create()),
                                            set.after().name()))) {
                found.add(ObjectPath.object(object.name()));
            }
        }
        return found;
    }

    /**
     * Drops and recreates dependents in the cutovers of shadow columns and collations, because PostgreSQL can neither
     * drop nor alter a column that a view reads.
     */
    private void cutover(List<PlannedStatements> left) {
        for (ShadowGroup group : context.shadows().groups()) {
            cutover(left, state.before().dependents(group.tables()), group::concerns);
        }
        for (CollationGroup group : context.shadows().collations()) {
            Set<ObjectPath> gone = new TreeSet<>(state.before().dependents(Set.of(ObjectPath.table(group.table()))));
            gone.addAll(triggers(group.table()));
            gone.removeIf(this::isUnaffectedAlteration);
            cutover(left, gone, group::concerns);
        }
    }

    private void cutover(List<PlannedStatements> left, Set<ObjectPath> gone, Predicate<PlannedStatements> concerned) {
        if (!gone.isEmpty()) {
            List<Statement> statements = new ArrayList<>(state.drop(gone));
            List<PlannedStatements> own = left.stream()
                    .filter(fragment -> fragment.phase() == Phase.CUTOVERS && concerned.test(fragment))
                    .toList();
            own.forEach(fragment -> statements.addAll(fragment.statements()));
            left.removeAll(own);
            statements.addAll(state.restore(gone, changed));
            fragments.add(new PlannedStatements(Phase.CUTOVERS, statements, true));
        }
    }

    /** Drops and recreates what rests on a key in the transaction that replaces the key. */
    private void keys(List<PlannedStatements> left, KeyCutovers keys) {
        for (KeyCutover cutover : keys.all()) {
            Set<ObjectPath> gone = new TreeSet<>(cutover.resting());
            gone.addAll(state.before().dependents(gone));
            if (!gone.isEmpty()) {
                List<Statement> statements = new ArrayList<>(state.drop(gone));
                List<PlannedStatements> own =
                        left.stream().filter(cutover::concerns).toList();
                own.forEach(fragment -> statements.addAll(fragment.statements()));
                left.removeAll(own);
                statements.addAll(state.restore(gone, changed));
                fragments.add(new PlannedStatements(Phase.KEYS, statements, true));
            }
        }
    }

    /** Whether it changes types in place. Shadow columns of the table change theirs in phases of their own. */
    private static boolean isRetyping(PlannedStatements fragment, QualifiedName table) {
        return (fragment.phase() == Phase.COLUMNS || fragment.phase() == Phase.VIEWED_COLUMNS)
                && fragment.statements().get(0).change() instanceof ColumnChange.SetType set
                && set.table().equals(table);
    }

    private void rest() {
        Set<ObjectPath> gone = new TreeSet<>();
        for (ObjectPath path : state.before().order()) {
            boolean anew = state.isOld(path) && changed.contains(path) && !inPlace.replaces(path);
            if (!isEarly(path) && state.exists(path) && (anew || !state.stays(path))) {
                gone.add(path);
            }
        }
        gone.addAll(state.before().dependents(gone));
        gone.addAll(state.before().dependents(droppedTables()));
        gone.removeIf(path -> isEarly(path) || !state.exists(path));
        for (ObjectPath path : List.copyOf(gone)) {
            if (state.isDroppedOnline(path)) {
                fragments.addAll(state.dropOnline(path));
                gone.remove(path);
            }
        }
        Set<ObjectPath> swapped = new TreeSet<>();
        for (ObjectPath path : state.order()) {
            if (gone.contains(path) && state.isStored(path) && state.needsNone(path, gone, changed)) {
                swapped.add(path);
                fragments.add(new PlannedStatements(Phase.VIEWS, state.createAlongside(path), true));
            }
        }
        List<Statement> together = new ArrayList<>(state.drop(gone));
        for (ObjectPath path : state.order()) {
            if (!state.exists(path) && state.isCreatedOnline(path)) {
                fragments.addAll(state.createOnline(path));
                continue;
            }
            List<Statement> made = isEarly(path) ? List.of() : make(path, swapped);
            if (!made.isEmpty() && gone.isEmpty()) {
                boolean slow =
                        state.isStored(path) && !context.before().tables().isEmpty();
                fragments.add(new PlannedStatements(Phase.VIEWS, made, slow));
            }
            together.addAll(made);
        }
        if (!gone.isEmpty()) {
            fragments.add(new PlannedStatements(Phase.VIEWS, together, true));
        }
        List<ObjectPath> unused = state.before().order().stream()
                .filter(path -> !state.stays(path))
                .toList();
        List<Statement> dropped = state.drop(unused);
        if (!dropped.isEmpty()) {
            fragments.add(new PlannedStatements(Phase.DROP_TYPES, dropped, false));
        }
    }

    /** Views that read them may stay, and then read a view of the same name. */
    private Set<ObjectPath> droppedTables() {
        Set<ObjectPath> dropped = new TreeSet<>();
        context.before().tables().stream()
                .filter(table -> context.after().table(table.name()).isEmpty())
                .forEach(table -> dropped.add(ObjectPath.table(table.name())));
        return dropped;
    }

    private List<Statement> make(ObjectPath path, Set<ObjectPath> swapped) {
        if (swapped.contains(path)) {
            return state.takeName(path);
        }
        if (!state.exists(path)) {
            return state.create(path);
        }
        return state.isOld(path) && changed.contains(path) ? state.replace(path) : List.of();
    }

    /** Whether tables may depend on it: then it is created before them and dropped after them. */
    private boolean isEarly(ObjectPath path) {
        return path.kind() == Kind.OBJECT
                && context.after()
                        .object(path.owner())
                        .or(() -> context.before().object(path.owner()))
                        .filter(SqlObject::beforeTables)
                        .isPresent()
                && (state.exists(path) || !placeholders.waits(path, this::isEarly));
    }

    private boolean isPartOfRemade(Change change) {
        boolean member = change instanceof ViewChange.SetComment
                || (change instanceof GrantChange.GrantPrivilege give
                        && give.on().kind() == Kind.VIEW)
                || (change instanceof GrantChange.RevokePrivilege take
                        && take.on().kind() == Kind.VIEW)
                || List.of(Kind.INDEX, Kind.COLUMN).contains(change.path().kind());
        return member && state.remade().contains(ObjectPath.view(change.path().owner()));
    }
}
