package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.internal.catalog.canonical.TableCanonicalizer;
import dev.tenon.runtime.internal.catalog.canonical.ViewCanonicalizer;
import dev.tenon.runtime.internal.catalog.object.ObjectComparison;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The objects with code of their own that the snapshot declares, by OID. An object is only declared if its content
 * equals the declaration: a routine with a replaced body has the same name.
 *
 * @param routines the routines
 * @param triggers the triggers, and the event triggers
 * @param sharedRules the rules that are declared as shared, with a reason
 * @param sharedRoutines the routines that are declared as shared, with a reason
 * @param sharedViews the names of the views that are declared as shared, with a reason
 * @param policies the policies of the tenant tables that exist, in the server's canonical form
 */
record DeclaredObjects(
        List<String> routines,
        List<String> triggers,
        List<String> sharedRules,
        List<String> sharedRoutines,
        List<QualifiedName> sharedViews,
        Map<QualifiedName, List<Policy>> policies) {

    DeclaredObjects {
        routines = List.copyOf(routines);
        triggers = List.copyOf(triggers);
        sharedRules = List.copyOf(sharedRules);
        sharedRoutines = List.copyOf(sharedRoutines);
        sharedViews = List.copyOf(sharedViews);
        policies = Map.copyOf(policies);
    }

    /** Finds the declared objects in the connection's transaction; changes only settings of the transaction. */
    static DeclaredObjects findInTransaction(Connection connection, Schema live, Schema snapshot) throws SQLException {
        List<SqlObject> statements = new ArrayList<>();
        for (SqlObject object : snapshot.objects()) {
            for (String statement : SqlScript.of(object.create()).statements()) {
                QualifiedName name = object.name().withName(object.name().name() + '\0' + statements.size());
                statements.add(new SqlObject(
                        name, statement, object.drop(), object.beforeTables(), object.dependsOn(), object.shared()));
            }
        }
        Map<QualifiedName, String> equal =
                ObjectComparison.findInTransaction(connection, statements, live).equal();
        List<String> routines = new ArrayList<>();
        List<String> triggers = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        for (SqlObject statement : statements) {
            Optional<String> oid = Optional.ofNullable(equal.get(statement.name()));
            if (oid.isEmpty()) {
                continue;
            }
            CreateStatement made = CreateStatement.of(statement.create()).orElseThrow();
            if (made.routine()) {
                routines.add(oid.get());
                statement.shared().ifPresent(reason -> shared.add(oid.get()));
            } else if (made.kind().equals("rule")) {
                statement.shared().ifPresent(reason -> rules.add(oid.get()));
            } else if (made.kind().endsWith("trigger")) {
                triggers.add(oid.get());
            }
        }
        return new DeclaredObjects(
                routines,
                triggers,
                rules,
                shared,
                sharedViews(connection, live, snapshot),
                policies(connection, live, snapshot));
    }

    private static Map<QualifiedName, List<Policy>> policies(Connection connection, Schema live, Schema snapshot)
            throws SQLException {
        List<Table> tenants = snapshot.tables().stream()
                .filter(table -> table.tenantScope().tenantColumn().isPresent()
                        && live.table(table.name()).isPresent())
                .map(table -> table.withIndexes(List.of()).withConstraints(List.of()))
                .toList();
        Map<QualifiedName, List<Policy>> policies = new TreeMap<>();
        tenants.forEach(table -> policies.put(table.name(), table.policies()));
        TableCanonicalizer.printInTransaction(connection, tenants, live)
                .tables()
                .forEach(table -> policies.put(table.name(), table.policies()));
        return policies;
    }

    private static List<QualifiedName> sharedViews(Connection connection, Schema live, Schema snapshot)
            throws SQLException {
        List<View> shared = snapshot.views().stream()
                .filter(view ->
                        view.shared().isPresent() && live.view(view.name()).isPresent())
                .toList();
        return ViewCanonicalizer.printInTransaction(connection, shared, live).views().stream()
                .filter(view -> live.view(view.name())
                        .map(View::sql)
                        .filter(view.sql()::equals)
                        .isPresent())
                .map(View::name)
                .toList();
    }
}
