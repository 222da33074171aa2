package dev.tenon.schema.internal.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.ddl.InheritanceDdl;
import dev.tenon.schema.internal.ddl.SqlObjectDdl;
import dev.tenon.schema.internal.derive.TableInheritance;
import dev.tenon.schema.internal.derive.TableInheritance.Link;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.sql.parse.InheritStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plans objects that make tables inherit. Inheritance that ends is removed before its tables change, and new one is
 * added when they have their final columns. Inheritance that stays follows the renames of its tables.
 */
final class InheritanceRecipe implements SqlObjectChange.Cases<List<PlannedStatements>> {

    private final PlanContext context;

    InheritanceRecipe(PlanContext context) {
        this.context = context;
    }

    /** Whether the object makes tables inherit and does nothing else. */
    static boolean plans(SqlObject object) {
        return InheritStatement.isAltering(object.create());
    }

    @Override
    public List<PlannedStatements> create(SqlObjectChange.Create change) {
        if (!plans(change.object())) {
            return List.of();
        }
        List<Link> lasting = lasting(after(change.object()));
        List<Statement> statements = new ArrayList<>();
        for (SqlObject former : former(lasting)) {
            statements.addAll(ended(change, former, before(former)));
        }
        statements.addAll(begun(change, change.object()));
        return List.of(new PlannedStatements(Phase.INHERITANCE, statements, !lasting.isEmpty()));
    }

    /** An object that another one continues ends when that one begins. */
    @Override
    public List<PlannedStatements> drop(SqlObjectChange.Drop change) {
        SqlObject object = change.object();
        if (!plans(object) || context.continuesInheritance(object)) {
            return List.of();
        }
        return List.of(early(change, object));
    }

    /** Only routines are renamed. */
    @Override
    public List<PlannedStatements> rename(SqlObjectChange.Rename change) {
        return List.of();
    }

    @Override
    public List<PlannedStatements> replace(SqlObjectChange.Replace change) {
        SqlObject before = change.before();
        SqlObject after = change.after();
        if (!plans(before) || !plans(after)) {
            return List.of();
        }
        List<Link> lasting = lasting(after(after));
        if (lasting.size() == before(before).size() && lasting.size() == after(after).size()) {
            return List.of();
        }
        List<Statement> begun = begun(change, after);
        if (lasting.isEmpty()) {
            return List.of(early(change, before), new PlannedStatements(Phase.INHERITANCE, begun, true));
        }
        List<Statement> together = new ArrayList<>(ended(change, before, before(before)));
        together.addAll(begun);
        return List.of(new PlannedStatements(Phase.INHERITANCE, together, true));
    }

    /** Ends the inheritance while its tables have their former names, which are those in the object's statements. */
    private PlannedStatements early(SqlObjectChange change, SqlObject object) {
        List<Link> links = TableInheritance.of(object);
        return new PlannedStatements(Phase.ENDED_INHERITANCE, ended(change, object, links), true);
    }

    private List<Link> lasting(List<Link> links) {
        return links.stream()
                .filter(link -> context.inheritance().links().stream().anyMatch(link::isSame))
                .toList();
    }

    /** The objects that declare the links before the migration. */
    private List<SqlObject> former(List<Link> lasting) {
        List<QualifiedName> names = context.inheritance().links().stream()
                .filter(each -> lasting.stream().anyMatch(each::isSame))
                .map(Link::object)
                .distinct()
                .toList();
        return context.before().objects().stream()
                .filter(object -> names.contains(object.name()) && plans(object))
                .toList();
    }

    private List<Link> before(SqlObject object) {
        return of(context.inheritanceBefore(), object);
    }

    private List<Link> after(SqlObject object) {
        return of(context.inheritanceAfter(), object);
    }

    private static List<Link> of(TableInheritance all, SqlObject object) {
        return all.links().stream()
                .filter(link -> link.object().equals(object.name()))
                .toList();
    }

    private List<Statement> begun(SqlObjectChange change, SqlObject object) {
        StatementCollector statements = new StatementCollector(change);
        Lock[] locks = locks(after(object));
        SqlObjectDdl.create(object).forEach(ddl -> statements.shortLock(Phase.INHERITANCE, ddl, locks));
        return statements.statements();
    }

    private List<Statement> ended(SqlObjectChange change, SqlObject object, List<Link> links) {
        StatementCollector statements = new StatementCollector(change);
        Lock[] locks = locks(links);
        InheritanceDdl.end(object.name(), links)
                .forEach(ddl -> statements.shortLock(Phase.ENDED_INHERITANCE, ddl, locks));
        return statements.statements();
    }

    private Lock[] locks(List<Link> links) {
        return links.stream()
                .flatMap(link -> Stream.of(
                        StatementCollector.lock(LockLevel.ACCESS_EXCLUSIVE, link.child()),
                        StatementCollector.lock(LockLevel.SHARE_UPDATE_EXCLUSIVE, link.parent())))
                .filter(lock -> context.before().table(lock.table()).isPresent())
                .distinct()
                .toArray(Lock[]::new);
    }
}
