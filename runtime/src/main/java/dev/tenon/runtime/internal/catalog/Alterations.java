package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.AlterationSql;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Converts unmodelled attributes of tables to the ALTER and COMMENT statements that create them. Snapshots contain
 * these attributes as SQL-defined objects.
 */
public final class Alterations {

    private static final String FOLLOWED_BY_COMMENT = ";\nCOMMENT ON ";

    private Alterations() {}

    /** Returns the objects that create the attribute; none if no statement is known for it. */
    public static List<SqlObject> of(Unmodelled beyond) {
        if (beyond.object().isPresent()) {
            return List.of(beyond.object().get());
        }
        ObjectPath at = beyond.at();
        QualifiedName table = at.owner();
        boolean commented = beyond.attribute().equals("comment");
        if (commented && at.kind() == ObjectPath.Kind.CONSTRAINT) {
            return List.of(comment("CONSTRAINT", table, at.member(), beyond.found()));
        }
        if (commented && at.kind() == ObjectPath.Kind.POLICY) {
            return List.of(comment("POLICY", table, at.member(), beyond.found()));
        }
        if (commented && at.kind() == ObjectPath.Kind.SCHEMA) {
            String schema = table.name();
            return List.of(new SqlObject(
                    new QualifiedName(schema, "comment on schema"),
                    AlterationSql.schemaComment(schema, Optional.of(beyond.found())),
                    AlterationSql.schemaComment(schema, Optional.empty()),
                    false,
                    List.of(),
                    Optional.empty()));
        }
        if (beyond.attribute().equals("reference") && at.kind() == ObjectPath.Kind.CONSTRAINT) {
            return List.of(object(
                    table,
                    CreateStatement.added(at.member()),
                    AlterationSql.reference(table, at.member(), beyond.found()),
                    AlterationSql.noReference(table, at.member())));
        }
        if (beyond.attribute().equals("clustered")) {
            return List.of(object(
                    table, "cluster", AlterationSql.cluster(table, at.member()), AlterationSql.withoutCluster(table)));
        }
        if (beyond.attribute().equals("replica identity") && !beyond.found().startsWith("USING")) {
            return List.of(object(
                    table,
                    "replica identity",
                    AlterationSql.replicaIdentity(table, beyond.found()),
                    AlterationSql.replicaIdentity(table, "DEFAULT")));
        }
        return beyond.attribute().equals("parents")
                ? heir(table, List.of(beyond.found().split(", ")))
                : List.of();
    }

    private static List<SqlObject> heir(QualifiedName table, List<String> parents) {
        String heir = Identifier.quote(table);
        List<SqlObject> made = new ArrayList<>();
        for (String parent : parents) {
            made.add(object(
                    table,
                    made.isEmpty() ? "inherits" : "inherits " + parent,
                    AlterationSql.inherit(heir, parent),
                    AlterationSql.noInherit(heir, parent)));
        }
        return made;
    }

    /**
     * Whether the objects create the attribute. For a table with inheriting tables, all of these must have their
     * object.
     */
    static boolean areCreatedBy(List<SqlObject> objects, Unmodelled beyond) {
        List<String> statements = beyond.attribute().equals("heirs")
                ? Stream.of(beyond.found().split(", "))
                        .map(heir -> AlterationSql.inherit(
                                heir, Identifier.quote(beyond.at().owner())))
                        .toList()
                : of(beyond).stream().map(Alterations::head).toList();
        return !statements.isEmpty()
                && statements.stream()
                        .allMatch(statement ->
                                objects.stream().anyMatch(object -> head(object).equals(statement)));
    }

    /** The statement that sets the attribute; comments on what it creates may follow. */
    private static String head(SqlObject object) {
        int end = object.create().indexOf(FOLLOWED_BY_COMMENT);
        return end < 0 ? object.create() : object.create().substring(0, end);
    }

    /** The object of a statement that sets an attribute, and the one that reverts it; empty if it cannot be read. */
    static Optional<SqlObject> object(String create, String drop) {
        return CreateStatement.of(create)
                .filter(CreateStatement::alters)
                .map(made -> new SqlObject(made.ownName(), create, drop, false, List.of(), Optional.empty()));
    }

    /** Whether the object alters an existing object. */
    public static boolean is(SqlObject object) {
        return CreateStatement.of(object.create())
                .filter(CreateStatement::alters)
                .isPresent();
    }

    /** Returns the objects whose attributes are in the live database. */
    public static List<SqlObject> among(List<SqlObject> objects, LiveSchema live) {
        List<String> there = Stream.concat(
                        live.unmodelled().stream().flatMap(beyond -> of(beyond).stream()).map(Alterations::head),
                        live.owners().holdings().stream().map(each -> each.ownedBy(each.role())))
                .toList();
        List<SqlObject> found = new ArrayList<>(objects);
        found.removeIf(object -> !is(object) || !there.contains(head(object)));
        return found;
    }

    private static SqlObject comment(String kind, QualifiedName table, String name, String text) {
        return object(
                table,
                "comment on " + name,
                AlterationSql.comment(kind, table, name, text),
                AlterationSql.noComment(kind, table, name));
    }

    private static SqlObject object(QualifiedName table, String what, String create, String drop) {
        return new SqlObject(
                table.withName(table.name() + "_" + what), create, drop, false, List.of(), Optional.empty());
    }
}
