package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.runtime.internal.catalog.canonical.CanonicalTables;
import dev.tenon.runtime.internal.catalog.canonical.CanonicalViews;
import dev.tenon.runtime.internal.catalog.canonical.TableCanonicalizer;
import dev.tenon.runtime.internal.catalog.canonical.UnsupportedExpression;
import dev.tenon.runtime.internal.catalog.canonical.ViewCanonicalizer;
import dev.tenon.runtime.internal.catalog.object.ExecutableObjectReader;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A live schema and a snapshot in the server's canonical form, so that they can be compared.
 *
 * @param found the live schema, with the SQL-defined objects of the snapshot
 * @param expected the snapshot
 * @param unprintable the expressions of the snapshot that the server refused
 * @param unknown the SQL-defined objects that could not be compared
 * @param strangers triggers and routines that the snapshot does not name
 */
record ComparedSchemas(
        Schema found,
        Schema expected,
        List<UnsupportedExpression> unprintable,
        List<UnsupportedExpression> unknown,
        List<Unmodelled> strangers) {

    ComparedSchemas {
        unprintable = List.copyOf(unprintable);
        unknown = List.copyOf(unknown);
        strangers = List.copyOf(strangers);
    }

    /** Obtains the canonical forms within the current transaction of the connection. */
    static ComparedSchemas read(Connection connection, LiveSchema live, Schema snapshot) throws SQLException {
        List<Table> comparable = snapshot.tables().stream()
                .filter(table -> live.schema().table(table.name()).isPresent())
                .toList();
        CanonicalTables printed = TableCanonicalizer.printInTransaction(connection, comparable, live.schema());
        CanonicalViews views = ViewCanonicalizer.printInTransaction(
                connection,
                snapshot.views().stream()
                        .filter(view -> live.schema().view(view.name()).isPresent())
                        .toList(),
                live.schema());
        ComparedObjects objects = ComparedObjects.live(connection, snapshot.objects(), live);
        List<UnsupportedExpression> unprintable = new ArrayList<>(printed.unprintable());
        unprintable.addAll(views.unprintable());
        unprintable.addAll(objects.unknown());
        Schema expected = canonicalized(snapshot, printed)
                .withViews(views.among(snapshot.views()))
                .withObjects(objects.expected());
        Schema found = live.schema().withObjects(objects.found());
        List<Unmodelled> strangers = UndeclaredExecutables.among(
                ExecutableObjectReader.readHere(
                        connection, CatalogScope.of(snapshot).namespaces()),
                found,
                snapshot);
        return new ComparedSchemas(found, expected, unprintable, objects.unknown(), strangers);
    }

    private static Schema canonicalized(Schema snapshot, CanonicalTables printed) {
        Map<QualifiedName, Table> tables = new HashMap<>();
        snapshot.tables().forEach(table -> tables.put(table.name(), table));
        printed.tables().forEach(table -> tables.put(table.name(), table));
        return snapshot.withTables(List.copyOf(tables.values()));
    }
}
