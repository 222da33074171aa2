package dev.tenon.schema.internal.plan;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.internal.ddl.Ddl;
import dev.tenon.schema.internal.ddl.GrantDdl;
import dev.tenon.schema.internal.ddl.IndexDdl;
import dev.tenon.schema.internal.ddl.SqlObjectDdl;
import dev.tenon.schema.internal.ddl.ViewDdl;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.diff.ViewChange;
import dev.tenon.schema.internal.plan.statement.Lock;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.plan.statement.TemporaryNames;
import dev.tenon.schema.internal.plan.type.TypeUsage;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import dev.tenon.schema.internal.sql.parse.RoutineBody;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements that create or drop one view or object, independent of its dependents. */
final class DependentStatements {

    private final PlanContext context;
    private final AttributeStatements attributes;
    private final Predicate<ObjectPath> circular;

    /**
     * {@code circular} accepts objects in a dependency cycle, which reference objects that do not exist yet at
     * creation.
     */
    DependentStatements(PlanContext context, Predicate<ObjectPath> circular) {
        this.context = context;
        this.attributes = new AttributeStatements(context.before());
        this.circular = circular;
    }

    /** Creates the object with all its members, as the schema defines it. */
    List<Statement> create(ObjectPath path, Schema schema) {
        StatementCollector fragments = new StatementCollector(change(path));
        if (path.kind() == ObjectPath.Kind.VIEW) {
            view(fragments, schema.view(path.owner()).orElseThrow());
        } else {
            object(fragments, schema.object(path.owner()).orElseThrow(), SqlObjectDdl::create);
        }
        return fragments.statements();
    }

    /** Creates a new routine that returns NULL instead of what its body computes. */
    List<Statement> createWithoutBody(ObjectPath path) {
        SqlObject routine = context.after().object(path.owner()).orElseThrow();
        String first = SqlScript.of(routine.create()).statements().get(0);
        return new StatementCollector(change(path))
                .unlocked(
                        Phase.OBJECTS,
                        SqlObjectDdl.create(routine.withCreate(
                                        RoutineBody.withoutBody(first).orElse(first)))
                                .get(0))
                .statements();
    }

    /** Replaces a routine without its body by the whole routine. */
    List<Statement> createBody(ObjectPath path) {
        SqlObject routine = context.after().object(path.owner()).orElseThrow();
        StatementCollector fragments = new StatementCollector(change(path));
        object(fragments, routine, each -> SqlObjectDdl.replace(each, RoutineBody::replacing));
        return fragments.statements();
    }

    /** Drops the object, as the schema defines it. */
    List<Statement> drop(ObjectPath path, Schema schema) {
        StatementCollector fragments = new StatementCollector(change(path));
        if (path.kind() == ObjectPath.Kind.VIEW) {
            fragments.metadata(
                    Phase.VIEWS,
                    path.owner(),
                    ViewDdl.drop(schema.view(path.owner()).orElseThrow()));
        } else {
            SqlObject object = schema.object(path.owner()).orElseThrow();
            fragments.shortLock(Phase.VIEWS, SqlObjectDdl.drop(object), locks(object, LockLevel.ACCESS_EXCLUSIVE));
        }
        return fragments.statements();
    }

    /** Whether the object is created and dropped in transactions of its own, or outside of one. */
    boolean isOnline(ObjectPath path, Schema schema) {
        return path.kind() == ObjectPath.Kind.OBJECT
                && schema.object(path.owner()).filter(attributes::plans).isPresent();
    }

    List<PlannedStatements> createOnline(ObjectPath path, Schema schema) {
        return attributes.create(schema.object(path.owner()).orElseThrow(), change(path));
    }

    List<PlannedStatements> dropOnline(ObjectPath path, Schema schema) {
        return attributes.drop(schema.object(path.owner()).orElseThrow(), change(path));
    }

    /** Replaces the definition of the object in place. */
    List<Statement> replace(ObjectPath path) {
        StatementCollector fragments = new StatementCollector(change(path));
        Optional<View> view = context.after().view(path.owner());
        if (path.kind() == ObjectPath.Kind.VIEW) {
            fragments.metadata(
                    Phase.VIEWS,
                    path.owner(),
                    ViewDdl.replace(context.before().view(path.owner()).orElseThrow(), view.orElseThrow()));
            return fragments.statements();
        }
        SqlObject after = context.after().object(path.owner()).orElseThrow();
        SqlObject before = context.before().object(path.owner()).orElseThrow();
        Optional<List<String>> alterations = InPlaceReplacement.alterations(before, after);
        if (alterations.isEmpty()) {
            InPlaceReplacement.replacement(before, after)
                    .ifPresent(undone ->
                            SqlObjectDdl.alter(after, undone).forEach(ddl -> fragments.shortLock(Phase.VIEWS, ddl)));
            object(fragments, after, SqlObjectDdl::replace);
            return fragments.statements();
        }
        SqlObjectDdl.alter(after, alterations.get()).forEach(ddl -> alter(fragments, after, ddl));
        return fragments.statements();
    }

    /**
     * Alters a domain. A statement that checks existing values scans the tables with columns of the domain and blocks
     * writes to them.
     */
    private void alter(StatementCollector fragments, SqlObject domain, Ddl ddl) {
        String sql = ddl.sql();
        if (sql.contains(" VALIDATE CONSTRAINT ") || sql.contains(" ADD CHECK ") || sql.endsWith(" SET NOT NULL")) {
            fragments.scan(
                    Phase.VIEWS,
                    ddl,
                    TypeUsage.of(domain, context.before())
                            .map(table -> StatementCollector.lock(LockLevel.SHARE, table.name()))
                            .toArray(Lock[]::new));
        } else {
            fragments.shortLock(Phase.VIEWS, ddl);
        }
    }

    /** Creates a materialized view under a temporary name, so that the old one can still be read. */
    List<Statement> createAlongside(ObjectPath path) {
        StatementCollector fragments = new StatementCollector(change(path));
        View view = context.after().view(path.owner()).orElseThrow();
        List<Index> indexes = view.indexes().stream()
                .map(index -> index.withName(TemporaryNames.name(index.name())))
                .toList();
        View interim = view.withName(
                        view.name().withName(TemporaryNames.name(view.name().name())))
                .withForm(new dev.tenon.schema.ViewKind.Materialized(indexes));
        view(fragments, interim);
        return fragments.statements();
    }

    /** Renames the new object to its final name after the old one is dropped. */
    List<Statement> takeName(ObjectPath path) {
        StatementCollector fragments = new StatementCollector(change(path));
        View view = context.after().view(path.owner()).orElseThrow();
        String interim = TemporaryNames.name(view.name().name());
        fragments.unlocked(
                Phase.VIEWS,
                ViewDdl.rename(
                        view.withName(view.name().withName(interim)),
                        view.name().name()));
        view.indexes()
                .forEach(index -> fragments.unlocked(
                        Phase.VIEWS, IndexDdl.rename(view.name(), TemporaryNames.name(index.name()), index.name())));
        return fragments.statements();
    }

    private static void view(StatementCollector fragments, View view) {
        fragments.unlocked(Phase.VIEWS, ViewDdl.create(view));
        if (view.comment().isPresent()) {
            fragments.unlocked(Phase.VIEWS, ViewDdl.comment(view));
        }
        for (ViewColumn column : view.columns()) {
            if (column.comment().isPresent()) {
                fragments.unlocked(Phase.VIEWS, ViewDdl.comment(view.name(), column.name(), column.comment()));
            }
        }
        for (Index index : view.indexes()) {
            fragments.unlocked(Phase.VIEWS, IndexDdl.create(view.name(), index));
            if (index.comment().isPresent()) {
                fragments.unlocked(Phase.VIEWS, IndexDdl.comment(view.name(), index.name(), index.comment()));
            }
        }
        view.grants()
                .forEach(grant -> fragments.unlocked(Phase.VIEWS, GrantDdl.grant(ObjectPath.view(view.name()), grant)));
    }

    /**
     * The body of a function may reference objects that are created later; the server resolves it when the function is
     * called.
     */
    private void object(StatementCollector fragments, SqlObject object, Function<SqlObject, List<Ddl>> statements) {
        boolean unread = circular.test(ObjectPath.object(object.name()))
                && !ReferencedNames.in(object.create()).parsed();
        boolean early = CreateStatement.of(object.create())
                        .filter(CreateStatement::routine)
                        .isPresent()
                && (object.beforeTables() || unread || readsOtherPath(object));
        if (early) {
            fragments.unlocked(Phase.OBJECTS, SqlObjectDdl.skipBodies());
        }
        for (Ddl statement : statements.apply(object)) {
            fragments.shortLock(Phase.VIEWS, statement, locks(object, LockLevel.SHARE_ROW_EXCLUSIVE));
        }
        if (early) {
            fragments.unlocked(Phase.OBJECTS, SqlObjectDdl.checkBodies());
        }
    }

    /**
     * Whether the body of a routine may name objects of other schemas without their schema. The routine finds them by the
     * search path of its caller, but the server would look for them by that of the migration.
     */
    private boolean readsOtherPath(SqlObject object) {
        Schema after = context.after();
        Set<QualifiedName> known = Stream.of(
                        after.tables().stream().map(Table::name),
                        after.views().stream().map(View::name),
                        after.enums().stream().map(EnumType::name),
                        after.objects().stream()
                                .flatMap(each -> CreateStatement.of(each.create()).stream())
                                .map(CreateStatement::name))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        Set<String> elsewhere = known.stream()
                .filter(name -> !name.schema().equals(QualifiedName.DEFAULT_SCHEMA))
                .map(QualifiedName::name)
                .collect(Collectors.toSet());
        return ReferencedNames.in(object.create()).names().stream()
                .filter(name -> name.schema().equals(QualifiedName.DEFAULT_SCHEMA))
                .anyMatch(name -> elsewhere.contains(name.name()) && !known.contains(name));
    }

    /** A trigger or rule locks its table. */
    private Lock[] locks(SqlObject object, LockLevel level) {
        return CreateStatement.of(object.create())
                .flatMap(CreateStatement::on)
                .filter(table -> context.before().table(table).isPresent())
                .map(table -> new Lock[] {StatementCollector.lock(level, table)})
                .orElseGet(() -> new Lock[0]);
    }

    /**
     * The change to which statements about the object belong. An object that is only recreated has no change, so this
     * makes one of its two forms.
     */
    private Change change(ObjectPath path) {
        if (path.kind() == ObjectPath.Kind.VIEW) {
            Optional<View> before = context.before().view(path.owner());
            Optional<View> after = context.after().view(path.owner());
            return after.<Change>map(now -> before.<Change>map(was -> new ViewChange.Redefine(was, now))
                            .orElseGet(() -> new ViewChange.Create(now)))
                    .orElseGet(() -> new ViewChange.Drop(before.orElseThrow()));
        }
        Optional<SqlObject> before = context.before().object(path.owner());
        Optional<SqlObject> after = context.after().object(path.owner());
        return after.<Change>map(now -> before.<Change>map(was -> new SqlObjectChange.Replace(was, now))
                        .orElseGet(() -> new SqlObjectChange.Create(now)))
                .orElseGet(() -> new SqlObjectChange.Drop(before.orElseThrow()));
    }
}
