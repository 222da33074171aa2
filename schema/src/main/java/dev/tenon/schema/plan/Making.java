package dev.tenon.schema.plan;

import dev.tenon.schema.Index;
import dev.tenon.schema.Names;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewColumn;
import dev.tenon.schema.diff.Change;
import dev.tenon.schema.diff.SqlObjectChange;
import dev.tenon.schema.diff.ViewChange;
import dev.tenon.schema.sql.CreateStatement;
import dev.tenon.schema.sql.GrantSql;
import dev.tenon.schema.sql.IndexSql;
import dev.tenon.schema.sql.MentionedNames;
import dev.tenon.schema.sql.SqlScript;
import dev.tenon.schema.sql.ViewSql;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The statements that create or drop one view or object, independent of its dependents. */
final class Making {

    private final PlanContext context;
    private final Predicate<ObjectPath> circular;

    /** With a test for objects that name something that cannot exist when they are created. */
    Making(PlanContext context, Predicate<ObjectPath> circular) {
        this.context = context;
        this.circular = circular;
    }

    /** The object of the path with all that belongs to it, as one of the two schemas has it. */
    List<Statement> create(ObjectPath path, Schema schema) {
        Fragments fragments = new Fragments(change(path));
        if (path.kind() == ObjectPath.Kind.VIEW) {
            view(fragments, schema.view(path.owner()).orElseThrow());
        } else {
            object(fragments, Names.find(schema.objects(), path.owner()).orElseThrow());
        }
        return fragments.statements();
    }

    /** Drops the object of the path, as the schema has it. */
    List<Statement> drop(ObjectPath path, Schema schema) {
        Fragments fragments = new Fragments(change(path));
        if (path.kind() == ObjectPath.Kind.VIEW) {
            fragments.metadata(
                    Phase.VIEWS,
                    path.owner(),
                    ViewSql.drop(schema.view(path.owner()).orElseThrow()));
        } else {
            SqlObject object = Names.find(schema.objects(), path.owner()).orElseThrow();
            fragments.brief(Phase.VIEWS, object.drop(), locks(object, LockLevel.ACCESS_EXCLUSIVE));
        }
        return fragments.statements();
    }

    /** Another definition for what stays where it is. */
    List<Statement> replace(ObjectPath path) {
        Fragments fragments = new Fragments(change(path));
        Optional<View> view = context.after().view(path.owner());
        if (path.kind() == ObjectPath.Kind.VIEW) {
            fragments.metadata(Phase.VIEWS, path.owner(), ViewSql.replace(view.orElseThrow()));
            return fragments.statements();
        }
        SqlObject after = Names.find(context.after().objects(), path.owner()).orElseThrow();
        Optional<List<String>> alterations = Names.find(context.before().objects(), path.owner())
                .flatMap(before -> InPlace.alterations(before, after));
        if (alterations.isEmpty()) {
            return create(path, context.after());
        }
        alterations.get().forEach(sql -> alter(fragments, after, sql));
        return fragments.statements();
    }

    /** Scans the tables that have columns of a domain, if necessary, which blocks writes to them. */
    private void alter(Fragments fragments, SqlObject domain, String sql) {
        if (sql.contains(" VALIDATE CONSTRAINT ") || sql.endsWith(" SET NOT NULL")) {
            fragments.scan(
                    Phase.VIEWS,
                    sql,
                    TypeUse.of(domain, context.before())
                            .map(table -> Fragments.lock(LockLevel.SHARE, table.name()))
                            .toArray(Lock[]::new));
        } else {
            fragments.brief(Phase.VIEWS, sql);
        }
    }

    /** A materialized view under an interim name, while the old one is still read. */
    List<Statement> createBeside(ObjectPath path) {
        Fragments fragments = new Fragments(change(path));
        View view = context.after().view(path.owner()).orElseThrow();
        List<Index> indexes = view.indexes().stream()
                .map(index -> index.withName(Interim.name(index.name())))
                .toList();
        View interim = view.withName(
                        view.name().withName(Interim.name(view.name().name())))
                .withForm(new dev.tenon.schema.ViewForm.Materialized(indexes));
        view(fragments, interim);
        return fragments.statements();
    }

    /** Renames the new object to its final name after the old one is dropped. */
    List<Statement> takeName(ObjectPath path) {
        Fragments fragments = new Fragments(change(path));
        View view = context.after().view(path.owner()).orElseThrow();
        String interim = Interim.name(view.name().name());
        fragments.free(
                Phase.VIEWS,
                ViewSql.rename(
                        view.withName(view.name().withName(interim)),
                        view.name().name()));
        view.indexes()
                .forEach(index -> fragments.free(
                        Phase.VIEWS, IndexSql.rename(view.name(), Interim.name(index.name()), index.name())));
        return fragments.statements();
    }

    private static void view(Fragments fragments, View view) {
        fragments.free(Phase.VIEWS, ViewSql.create(view));
        if (view.comment().isPresent()) {
            fragments.free(Phase.VIEWS, ViewSql.comment(view));
        }
        for (ViewColumn column : view.columns()) {
            if (column.comment().isPresent()) {
                fragments.free(Phase.VIEWS, ViewSql.comment(view.name(), column.name(), column.comment()));
            }
        }
        for (Index index : view.indexes()) {
            fragments.free(Phase.VIEWS, IndexSql.create(view.name(), index));
            if (index.comment().isPresent()) {
                fragments.free(Phase.VIEWS, IndexSql.comment(view.name(), index.name(), index.comment()));
            }
        }
        view.grants()
                .forEach(grant -> fragments.free(Phase.VIEWS, GrantSql.grant(ObjectPath.view(view.name()), grant)));
    }

    /** The body of a function may name objects that are created later; the server resolves it when it is called. */
    private void object(Fragments fragments, SqlObject object) {
        boolean unread = circular.test(ObjectPath.object(object.name()))
                && !MentionedNames.in(object.create()).parsedBody();
        boolean early = (object.beforeTables() || unread)
                && CreateStatement.of(object.create())
                        .filter(CreateStatement::routine)
                        .isPresent();
        if (early) {
            fragments.free(Phase.OBJECTS, "SET check_function_bodies = off");
        }
        for (String statement : SqlScript.of(object.create()).statements()) {
            fragments.brief(Phase.VIEWS, statement, locks(object, LockLevel.SHARE_ROW_EXCLUSIVE));
        }
        if (early) {
            fragments.free(Phase.OBJECTS, "RESET check_function_bodies");
        }
    }

    /** A trigger or rule locks its table. */
    private Lock[] locks(SqlObject object, LockLevel level) {
        return CreateStatement.of(object.create())
                .flatMap(CreateStatement::on)
                .filter(table -> context.before().table(table).isPresent())
                .map(table -> new Lock[] {Fragments.lock(level, table)})
                .orElseGet(() -> new Lock[0]);
    }

    /**
     * The change that a statement about the path belongs to: its own change, or that of an object on which it depends.
     */
    private Change change(ObjectPath path) {
        if (path.kind() == ObjectPath.Kind.VIEW) {
            Optional<View> before = context.before().view(path.owner());
            Optional<View> after = context.after().view(path.owner());
            return after.<Change>map(now -> before.<Change>map(was -> new ViewChange.Redefine(was, now))
                            .orElseGet(() -> new ViewChange.Create(now)))
                    .orElseGet(() -> new ViewChange.Drop(before.orElseThrow()));
        }
        Optional<SqlObject> before = Names.find(context.before().objects(), path.owner());
        Optional<SqlObject> after = Names.find(context.after().objects(), path.owner());
        return after.<Change>map(now -> before.<Change>map(was -> new SqlObjectChange.Replace(was, now))
                        .orElseGet(() -> new SqlObjectChange.Create(now)))
                .orElseGet(() -> new SqlObjectChange.Drop(before.orElseThrow()));
    }
}
