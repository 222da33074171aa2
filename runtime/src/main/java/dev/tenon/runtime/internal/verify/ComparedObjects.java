package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.Alterations;
import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.canonical.UnsupportedExpression;
import dev.tenon.runtime.internal.catalog.object.ObjectComparison;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the SQL-defined objects of a snapshot with those of the live database, by their creating statements.
 *
 * @param found the objects of the live database
 * @param expected the objects of the snapshot
 * @param unknown the objects that could not be compared, with the reason
 */
record ComparedObjects(List<SqlObject> found, List<SqlObject> expected, List<UnsupportedExpression> unknown) {

    ComparedObjects {
        found = List.copyOf(found);
        expected = List.copyOf(expected);
        unknown = List.copyOf(unknown);
    }

    /** Compares within the current transaction of the connection. */
    static ComparedObjects live(Connection connection, List<SqlObject> objects, LiveSchema live) throws SQLException {
        Map<QualifiedName, SqlObject> whole = new HashMap<>();
        List<SqlObject> heads = new ArrayList<>();
        List<SqlObject> alterations = new ArrayList<>();
        for (SqlObject object : objects) {
            whole.put(object.name(), object);
            (Alterations.is(object) ? alterations : heads).add(object.withCreate(head(object)));
        }
        ObjectComparison.Found compared = ObjectComparison.findInTransaction(connection, heads, live.schema());
        List<SqlObject> found = new ArrayList<>(whole(compared.objects(), whole));
        found.addAll(Alterations.among(alterations, live));
        List<SqlObject> expected = new ArrayList<>(whole(compared.expected(), whole));
        expected.addAll(alterations);
        return new ComparedObjects(found, expected, compared.unknown());
    }

    /**
     * Restores the complete declarations: only the first statement of an object is compared, so where it matches, the
     * object gets its other statements back.
     */
    private static List<SqlObject> whole(List<SqlObject> objects, Map<QualifiedName, SqlObject> whole) {
        return objects.stream()
                .map(object -> {
                    SqlObject said = whole.getOrDefault(object.name(), object);
                    return head(said).equals(object.create()) ? said : object;
                })
                .toList();
    }

    private static String head(SqlObject object) {
        List<String> statements = SqlScript.of(object.create()).statements();
        return statements.isEmpty() ? object.create() : statements.get(0);
    }
}
