package dev.tenon.schema.plan;

import dev.tenon.schema.Names;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.ColumnChange;
import dev.tenon.schema.diff.GrantChange;
import dev.tenon.schema.diff.SqlObjectChange;
import dev.tenon.schema.diff.ViewChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Creates and drops views and SQL-defined objects in dependency order. Dependents that block a change are dropped
 * before it and recreated after it, with grants and comments, in one transaction.
 */
public final class DependentPlan {

    private final List<Change> changes;
    private final PlanContext context;
    private final Standing standing;
    private final InPlace inPlace;
    private final Set<ObjectPath> changed = new TreeSet<>();
    private final List<Fragment> fragments = new ArrayList<>();

    DependentPlan(List<Change> changes, PlanContext context) {
        this.changes = changes;
        this.context = context;
        this.standing = new Standing(context);
        this.inPlace = new InPlace(context);
        for (Change change : changes) {
            if (change instanceof ViewChange.Create
                    || change instanceof ViewChange.Redefine
                    || change instanceof SqlObjectChange.Create
                    || change instanceof SqlObjectChange.Replace) {
                changed.add(change.path());
            }
        }
    }

    /** The materialized views that these changes refill while reads of them are blocked. */
    public static Set<ObjectPath> missed(List<Change> changes, PlanContext context) {
        DependentPlan plan = new DependentPlan(changes, context);
        plan.amend(List.of());
        return plan.standing.missed();
    }

    /** The fragments of all changes and of views and objects, without those that a recreation makes unnecessary. */
    List<Fragment> amend(List<Fragment> others) {
        List<Fragment> left = new ArrayList<>(others);
        objectsBeforeTables();
        retype(left);
        swap(left);
        rest();
        left.removeIf(fragment -> isPartOfRemade(fragment.statements().get(0).change()));
        left.addAll(fragments);
        return left;
    }

    private void objectsBeforeTables() {
        for (ObjectPath path : standing.order()) {
            if (isEarly(path) && !standing.isThere(path)) {
                fragments.add(new Fragment(Phase.OBJECTS, standing.create(path), false));
            } else if (isEarly(path) && changed.contains(path) && inPlace.replaces(path)) {
                inPlace(standing.replace(path));
            } else if (isEarly(path) && changed.contains(path)) {
                Set<ObjectPath> gone = standing.before().dependents(Set.of(path));
                List<Statement> statements = new ArrayList<>(standing.drop(gone));
                statements.addAll(standing.drop(Set.of(path)));
                statements.addAll(standing.create(path));
                statements.addAll(standing.restoreOld(gone));
                fragments.add(new Fragment(Phase.OBJECTS, statements, true));
            }
        }
    }

    /** Existing rows are scanned after new rows are checked, which blocks nothing else. */
    private void inPlace(List<Statement> statements) {
        if (statements.stream().allMatch(statement -> statement.cost() == Cost.METADATA)) {
            fragments.add(new Fragment(Phase.OBJECTS, statements, false));
        } else {
            statements.forEach(each -> fragments.add(new Fragment(Phase.OBJECTS, List.of(each), true)));
        }
    }

    /** PostgreSQL changes the type of no column that a view reads. */
    private void retype(List<Fragment> left) {
        Set<QualifiedName> tables = new TreeSet<>();
        for (Change change : changes) {
            if (change instanceof ColumnChange.SetType set
                    && !context.shadows().replaces(set.table(), set.after().name())) {
                tables.add(set.table());
            }
        }
        for (QualifiedName table : tables) {
            Set<ObjectPath> gone = standing.before().dependents(Set.of(ObjectPath.table(table)));
            if (!gone.isEmpty()) {
                List<Statement> statements = new ArrayList<>(standing.drop(gone));
                List<Fragment> own = left.stream()
                        .filter(fragment -> isRetyping(fragment, table))
                        .toList();
                own.forEach(fragment -> statements.addAll(fragment.statements()));
                left.removeAll(own);
                statements.addAll(standing.restore(gone, changed));
                fragments.add(new Fragment(Phase.VIEWED_COLUMNS, statements, true));
            }
        }
    }

    /** Nor does it drop one; so views go in the moment in which others take the place of what they read. */
    private void swap(List<Fragment> left) {
        for (ShadowGroup group : context.shadows().groups()) {
            Set<ObjectPath> gone = standing.before().dependents(group.tables());
            if (!gone.isEmpty()) {
                List<Statement> statements = new ArrayList<>(standing.drop(gone));
                List<Fragment> own = left.stream()
                        .filter(fragment -> fragment.phase() == Phase.SWAPS && group.concerns(fragment))
                        .toList();
                own.forEach(fragment -> statements.addAll(fragment.statements()));
                left.removeAll(own);
                statements.addAll(standing.restore(gone, changed));
                fragments.add(new Fragment(Phase.SWAPS, statements, true));
            }
        }
    }

    private static boolean isRetyping(Fragment fragment, QualifiedName table) {
        return fragment.statements().get(0).change() instanceof ColumnChange.SetType set
                && set.table().equals(table);
    }

    private void rest() {
        Set<ObjectPath> gone = new TreeSet<>();
        for (ObjectPath path : standing.before().order()) {
            boolean anew = standing.isOld(path) && changed.contains(path) && !inPlace.replaces(path);
            if (!isEarly(path) && standing.isThere(path) && (anew || !standing.stays(path))) {
                gone.add(path);
            }
        }
        gone.addAll(standing.before().dependents(gone));
        gone.removeIf(this::isEarly);
        Set<ObjectPath> swapped = new TreeSet<>();
        for (ObjectPath path : standing.order()) {
            if (gone.contains(path) && standing.isStored(path) && standing.needsNone(path, gone, changed)) {
                swapped.add(path);
                fragments.add(new Fragment(Phase.VIEWS, standing.createBeside(path), true));
            }
        }
        List<Statement> together = new ArrayList<>(standing.drop(gone));
        for (ObjectPath path : standing.order()) {
            List<Statement> made = isEarly(path) ? List.of() : make(path, swapped);
            if (!made.isEmpty() && gone.isEmpty()) {
                boolean slow =
                        standing.isStored(path) && !context.before().tables().isEmpty();
                fragments.add(new Fragment(Phase.VIEWS, made, slow));
            }
            together.addAll(made);
        }
        if (!gone.isEmpty()) {
            fragments.add(new Fragment(Phase.VIEWS, together, true));
        }
        List<ObjectPath> unused = standing.before().order().stream()
                .filter(path -> !standing.stays(path))
                .toList();
        List<Statement> dropped = standing.drop(unused);
        if (!dropped.isEmpty()) {
            fragments.add(new Fragment(Phase.DROP_TYPES, dropped, false));
        }
    }

    private List<Statement> make(ObjectPath path, Set<ObjectPath> swapped) {
        if (swapped.contains(path)) {
            return standing.takeName(path);
        }
        if (!standing.isThere(path)) {
            return standing.create(path);
        }
        return standing.isOld(path) && changed.contains(path) ? standing.replace(path) : List.of();
    }

    /** Whether tables may depend on it: then it is created before them and dropped after them. */
    private boolean isEarly(ObjectPath path) {
        return path.kind() == Kind.OBJECT
                && Names.find(context.after().objects(), path.owner())
                        .or(() -> Names.find(context.before().objects(), path.owner()))
                        .filter(SqlObject::beforeTables)
                        .isPresent();
    }

    private boolean isPartOfRemade(Change change) {
        boolean member = change instanceof ViewChange.SetComment
                || (change instanceof GrantChange.Give give && give.on().kind() == Kind.VIEW)
                || (change instanceof GrantChange.Take take && take.on().kind() == Kind.VIEW)
                || List.of(Kind.INDEX, Kind.COLUMN).contains(change.path().kind());
        return member
                && standing.remade().contains(ObjectPath.view(change.path().owner()));
    }
}
