package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.canonical.UnsupportedExpression;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.SelectStarFinder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the SQL-defined objects of a snapshot in a database, and compares them with the objects that their statements
 * create, both in the server's canonical form.
 */
public final class ObjectComparison {

    /**
     * The kinds whose bodies the server stores parsed: it expands a {@code *} to the columns that exist when the object
     * is created.
     */
    private static final Set<String> KEPT_PARSED = Set.of("rule", "function", "procedure");

    private final List<SqlObject> found = new ArrayList<>();
    private final List<SqlObject> expected = new ArrayList<>();
    private final List<UnsupportedExpression> unknown = new ArrayList<>();
    private final Map<QualifiedName, String> equal = new HashMap<>();

    private ObjectComparison() {}

    /**
     * The result of a search.
     *
     * @param objects the objects that exist: equal ones as declared, others as the server prints them
     * @param expected all declared objects, differing ones in the server's canonical form
     * @param unknown the objects that could not be compared
     * @param equal the OIDs of the objects that equal their declarations, by the name in the snapshot
     */
    public record Found(
            List<SqlObject> objects,
            List<SqlObject> expected,
            List<UnsupportedExpression> unknown,
            Map<QualifiedName, String> equal) {
        public Found {
            objects = List.copyOf(objects);
            expected = List.copyOf(expected);
            unknown = List.copyOf(unknown);
            equal = Map.copyOf(equal);
        }
    }

    /**
     * Finds the objects within the current transaction of the connection. Changes nothing but some settings of the
     * transaction.
     *
     * @param expected the objects as in the snapshot
     * @param live the live tables and views
     * @throws SQLException as the database reports it
     */
    public static Found findInTransaction(Connection connection, List<SqlObject> expected, Schema live)
            throws SQLException {
        ObjectComparison objects = new ObjectComparison();
        if (!expected.isEmpty()) {
            objects.find(connection, expected, live);
        }
        return new Found(objects.found, objects.expected, objects.unknown, objects.equal);
    }

    private void find(Connection connection, List<SqlObject> objects, Schema live) throws SQLException {
        List<ExpectedObject> sought = new ArrayList<>();
        for (SqlObject object : objects) {
            Optional<CreateStatement> made = CreateStatement.of(object.create());
            if (made.filter(CreateStatement::findable).isPresent()) {
                sought.add(new ExpectedObject(object, made.get()));
            } else {
                unknown(
                        object,
                        made.map(what -> "Tenon does not inspect objects of the kind " + what.kind())
                                .orElse("it is unclear which object its statement creates"));
            }
        }
        ObjectRows rows = ObjectRows.read(new CatalogQueries(connection), sought);
        Set<ExpectedObject> others = new LinkedHashSet<>(
                sought.stream().filter(each -> isOther(each, rows.of(each))).toList());
        TextualObjectComparison untried = TextualObjectComparison.printInTransaction(
                connection,
                others.stream().filter(TextualObjectComparison::isOne).toList(),
                live);
        ObjectCanonicalizer text = ObjectCanonicalizer.printInTransaction(
                connection,
                others.stream()
                        .filter(each -> !TextualObjectComparison.isOne(each))
                        .toList(),
                live);
        for (ExpectedObject each : sought) {
            List<ObjectRow> there = rows.of(each);
            if (!others.contains(each)) {
                expected.add(each.object());
                there.stream()
                        .filter(row -> isDeclared(each, row))
                        .findFirst()
                        .ifPresentOrElse(
                                row -> equal(each, row),
                                () -> there.stream().findFirst().ifPresent(row -> same(each, row)));
            } else if (TextualObjectComparison.isOne(each)) {
                compare(each, there.get(0), TextualObjectComparison.words(each, there.get(0)), untried.words(each));
            } else {
                compare(each, there, text);
            }
        }
    }

    /** Whether the object exists and its text differs from the declaration. */
    private static boolean isOther(ExpectedObject sought, List<ObjectRow> rows) {
        return rows.stream().anyMatch(row -> row.create().isPresent())
                && rows.stream().noneMatch(row -> isDeclared(sought, row));
    }

    private static boolean isDeclared(ExpectedObject sought, ObjectRow row) {
        return row.create().equals(Optional.of(sought.object().create()));
    }

    private void compare(ExpectedObject sought, List<ObjectRow> there, ObjectCanonicalizer text) {
        Optional<ObjectRow> shown = text.of(sought);
        if (shown.isEmpty()) {
            same(sought, there.get(0));
            expected.add(sought.object());
            unknown.add(text.refusal(sought));
            return;
        }
        Optional<ObjectRow> live = there.stream()
                .filter(row -> row.arguments().equals(shown.get().arguments()))
                .findFirst();
        if (live.isEmpty()) {
            expected.add(sought.object());
            return;
        }
        compare(sought, live.get(), live.get().create(), Optional.of(sought.expectedText(shown.get(), live.get())));
    }

    private void compare(ExpectedObject sought, ObjectRow live, Optional<String> said, Optional<String> words) {
        SqlObject object = sought.object();
        boolean spelledOut = KEPT_PARSED.contains(sought.made().kind()) && SelectStarFinder.in(object.create());
        if (said.isPresent() && words.isPresent() && !said.equals(words) && !spelledOut) {
            found.add(object.withCreate(live.state().isEmpty() ? said.get() : live.state()));
            expected.add(object.withCreate(words.get()));
            return;
        }
        expected.add(object);
        if (said.isPresent() && said.equals(words)) {
            equal(sought, live);
            return;
        }
        same(sought, live);
        if (said.isPresent()) {
            unknown.add(sought.unprintable(
                    spelledOut
                            ? "its * was expanded to the columns that existed when it was created"
                            : "its statement cannot be read"));
        }
    }

    /** Adds a live object that was compared and equals its declaration, except for its state. */
    private void equal(ExpectedObject sought, ObjectRow live) {
        same(sought, live);
        if (live.state().isEmpty()) {
            equal.put(sought.object().name(), live.oid());
        }
    }

    /** Adds a live object as equal to its declaration, except for its state; it may not have been compared. */
    private void same(ExpectedObject sought, ObjectRow live) {
        found.add(live.state().isEmpty() ? sought.object() : sought.object().withCreate(live.state()));
    }

    private void unknown(SqlObject object, String why) {
        found.add(object);
        expected.add(object);
        unknown.add(new UnsupportedExpression(ObjectPath.object(object.name()), "definition", why));
    }
}
