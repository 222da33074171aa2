package dev.tenon.schema.internal.plan;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DependencyGraph;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The views and objects that exist at one point of a migration, in their old or their new form. */
final class DependentState {

    private enum Form {
        OLD,
        NEW
    }

    private final PlanContext context;
    private final DependencyGraph before;
    private final DependencyGraph after;
    private final List<ObjectPath> order;
    private final DependentStatements making;
    private final Map<ObjectPath, Form> forms = new TreeMap<>();
    private final Set<ObjectPath> remade = new TreeSet<>();
    private final Set<ObjectPath> missed = new TreeSet<>();
    private final Set<ObjectPath> withoutBody = new TreeSet<>();

    DependentState(PlanContext context) {
        this.context = context;
        this.before = DependencyGraph.of(context.before());
        this.after = DependencyGraph.of(context.after());
        this.order = after.order().stream()
                .filter(path -> !isInheritance(path, context.after()))
                .toList();
        this.making = new DependentStatements(
                context, path -> after.isSelfReferencing(path) || before.isSelfReferencing(path));
        before.order().stream()
                .filter(path -> !isInheritance(path, context.before()))
                .forEach(path -> forms.put(path, Form.OLD));
    }

    /** The tables, views and objects on which the new form of the object depends. */
    Set<ObjectPath> needs(ObjectPath path) {
        return after.of(path);
    }

    /** Creates a new routine without its body; {@link #create} gives it the body. */
    List<Statement> createWithoutBody(ObjectPath path) {
        withoutBody.add(path);
        return making.createWithoutBody(path);
    }

    DependencyGraph before() {
        return before;
    }

    /** The views and objects of the schema after the migration, in dependency order. */
    List<ObjectPath> order() {
        return order;
    }

    /** {@link InheritanceRecipe} plans it. */
    private static boolean isInheritance(ObjectPath path, Schema schema) {
        return path.kind() == Kind.OBJECT
                && schema.object(path.owner()).filter(InheritanceRecipe::plans).isPresent();
    }

    boolean exists(ObjectPath path) {
        return forms.containsKey(path);
    }

    boolean isOld(ObjectPath path) {
        return forms.get(path) == Form.OLD;
    }

    /** Whether the object exists after the migration. */
    boolean stays(ObjectPath path) {
        return exists(path, context.after());
    }

    /** The objects that were created in their new form, with all their members. */
    Set<ObjectPath> remade() {
        return Collections.unmodifiableSet(remade);
    }

    /** The existing materialized views that are recreated and refilled while reads of them are blocked. */
    Set<ObjectPath> missed() {
        return Collections.unmodifiableSet(missed);
    }

    /** Drops the given objects that exist, dependents first. */
    List<Statement> drop(Collection<ObjectPath> gone) {
        List<ObjectPath> order = new ArrayList<>(before.order());
        Collections.reverse(order);
        order.removeIf(path -> !gone.contains(path) || !forms.containsKey(path));
        List<Statement> statements = new ArrayList<>();
        for (ObjectPath path : order) {
            statements.addAll(making.drop(path, schema(path)));
            forms.remove(path);
        }
        return statements;
    }

    /** Creates the object in its new form. */
    List<Statement> create(ObjectPath path) {
        return create(path, Form.NEW);
    }

    /** Whether the object, in its present form, is dropped in statements that stand alone. */
    boolean isDroppedOnline(ObjectPath path) {
        return exists(path) && making.isOnline(path, schema(path));
    }

    /** Whether the object is created in statements that stand alone. */
    boolean isCreatedOnline(ObjectPath path) {
        return making.isOnline(path, context.after());
    }

    List<PlannedStatements> dropOnline(ObjectPath path) {
        List<PlannedStatements> statements = making.dropOnline(path, schema(path));
        forms.remove(path);
        return statements;
    }

    List<PlannedStatements> createOnline(ObjectPath path) {
        forms.put(path, Form.NEW);
        remade.add(path);
        return making.createOnline(path, context.after());
    }

    /** Replaces the object in place by its new form. */
    List<Statement> replace(ObjectPath path) {
        forms.put(path, Form.NEW);
        return making.replace(path);
    }

    /** Creates a materialized view in addition to the old one, which can still be read. */
    List<Statement> createAlongside(ObjectPath path) {
        return making.createAlongside(path);
    }

    /** Renames the additional view to its final name. */
    List<Statement> takeName(ObjectPath path) {
        forms.put(path, Form.NEW);
        remade.add(path);
        return making.takeName(path);
    }

    /** Recreates dropped dependents in their old form, unless the migration removes them. */
    List<Statement> restoreOld(Set<ObjectPath> gone) {
        List<Statement> statements = new ArrayList<>();
        for (ObjectPath path : before.order()) {
            if (gone.contains(path) && stays(path)) {
                statements.addAll(create(path, Form.OLD));
            }
        }
        return statements;
    }

    /**
     * Recreates dropped dependents: in their new form if all their dependencies exist and none has still to change,
     * otherwise in their old form.
     */
    List<Statement> restore(Set<ObjectPath> gone, Set<ObjectPath> changed) {
        List<Statement> statements = new ArrayList<>();
        for (ObjectPath path : after.order()) {
            if (gone.contains(path) && stays(path)) {
                boolean ready = after.of(path).stream()
                        .allMatch(needed -> needed.kind() == Kind.TABLE
                                || forms.get(needed) == Form.NEW
                                || (isOld(needed) && !changed.contains(needed)));
                statements.addAll(create(path, ready ? Form.NEW : Form.OLD));
            }
        }
        return statements;
    }

    /** Whether the new form depends only on tables and on objects that are neither dropped nor still to change. */
    boolean needsNone(ObjectPath path, Set<ObjectPath> gone, Set<ObjectPath> changed) {
        return after.of(path).stream()
                .allMatch(needed -> needed.kind() == Kind.TABLE
                        || (!gone.contains(needed) && (!changed.contains(needed) || forms.get(needed) == Form.NEW)));
    }

    /** Whether the new form is a materialized view. */
    boolean isStored(ObjectPath path) {
        return context.after().view(path.owner()).filter(View::materialized).isPresent();
    }

    private List<Statement> create(ObjectPath path, Form form) {
        forms.put(path, form);
        if (form == Form.NEW) {
            remade.add(path);
        }
        boolean filled =
                schema(path).view(path.owner()).filter(View::materialized).isPresent();
        if (filled && exists(path, context.before())) {
            missed.add(path);
        }
        return withoutBody.remove(path) ? making.createBody(path) : making.create(path, schema(path));
    }

    private Schema schema(ObjectPath path) {
        return isOld(path) ? context.before() : context.after();
    }

    private static boolean exists(ObjectPath path, Schema schema) {
        return path.kind() == Kind.VIEW
                ? schema.view(path.owner()).isPresent()
                : schema.object(path.owner()).isPresent();
    }
}
