package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.fixture.PartitionRowConditions;
import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.FixtureTenant;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the tables to probe, and obstacles to probing some of them. */
final class ProbeTargets {

    private final Schema live;
    private final Schema snapshot;
    private final Map<QualifiedName, String> obstacles = new TreeMap<>();

    /**
     * Creates the targets of a database.
     *
     * @param live the live schema with the snapshot's declarations
     * @param snapshot the expected schema
     */
    ProbeTargets(Schema live, Schema snapshot) {
        this.live = live;
        this.snapshot = snapshot;
    }

    /**
     * Adds to the live tables what only the snapshot declares: tenant scopes and references that are not enforced. A
     * check constraint expresses which rows the partitions accept.
     */
    static Schema withDeclarations(Schema live, Schema snapshot) {
        return live.withTables(live.tables().stream()
                .map(table -> snapshot.table(table.name())
                        .map(expected -> withDeclarations(table, expected, live))
                        .orElse(table))
                .toList());
    }

    private static Table withDeclarations(Table table, Table expected, Schema live) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        expected.foreignKeys().stream()
                .filter(key -> KeyedLookup.find(table.constraints(), key.name()).isEmpty())
                .filter(key -> has(table, key.columns())
                        && live.table(key.target())
                                .filter(target -> has(target, key.targetColumns()))
                                .isPresent())
                .forEach(constraints::add);
        PartitionRowConditions.of(table).ifPresent(constraints::add);
        return table.withConstraints(constraints).withTenantScope(expected.tenantScope());
    }

    private static boolean has(Table table, List<String> columns) {
        return columns.stream().allMatch(column -> table.column(column).isPresent());
    }

    /** Returns the tenant tables of the snapshot. */
    List<QualifiedName> names() {
        return snapshot.tables().stream()
                .filter(table -> table.tenantScope().tenantColumn().isPresent())
                .map(Table::name)
                .toList();
    }

    /** Returns the tables that cannot be probed because they are missing or of another kind, with the reason. */
    Map<QualifiedName, String> unavailable() {
        Map<QualifiedName, String> unavailable = new TreeMap<>();
        for (QualifiedName name : names()) {
            String column = column(name);
            if (live.table(name).isEmpty()) {
                unavailable.put(name, "the table is missing");
            } else if (live.table(name).flatMap(table -> table.column(column)).isEmpty()) {
                unavailable.put(name, "the table has no column " + column);
            }
        }
        return unavailable;
    }

    /** Returns the targets for a session of the first tenant. */
    List<ProbeTarget> of(FixtureTenant one, FixtureTenant other) {
        List<ProbeTarget> targets = new ArrayList<>();
        for (QualifiedName name : names()) {
            if (!unavailable().containsKey(name)) {
                Table table = live.table(name).orElseThrow();
                Table expected = snapshot.table(name).orElseThrow();
                boolean root = expected.tenantScope() instanceof TenantScope.Root;
                targets.add(
                        new ProbeTarget(table, expected, column(name), references(table), root, shared(), one, other));
            }
        }
        return targets;
    }

    private List<String> shared() {
        Stream<QualifiedName> views = snapshot.views().stream()
                .filter(view -> view.shared().isPresent())
                .map(View::name);
        Stream<QualifiedName> objects = snapshot.objects().stream()
                .filter(object -> object.shared().isPresent())
                .map(SqlObject::name);
        return Stream.concat(views, objects)
                .map(name -> name.schema() + "." + name.name())
                .toList();
    }

    /** Inserts the rows of both tenants and returns the obstacles. */
    Map<QualifiedName, String> insertFixtures(List<ProbeTarget> targets, FixtureRows fixtures) throws SQLException {
        for (ProbeTarget target : targets) {
            try {
                fixtures.fixtureRow(target.name(), target.one());
                fixtures.fixtureRow(target.name(), target.other());
            } catch (FixtureException missing) {
                obstacles.put(target.name(), missing.obstacle());
            }
        }
        return obstacles;
    }

    private String column(QualifiedName name) {
        return snapshot.table(name).orElseThrow().tenantScope().tenantColumn().orElseThrow();
    }

    /** Returns the foreign keys to tenant tables; a reference to the tenant root may be visible to all. */
    private List<Constraint.ForeignKey> references(Table table) {
        String own = column(table.name());
        return table.foreignKeys().stream()
                .filter(key -> live.table(key.target())
                        .filter(target -> target.tenantScope() instanceof TenantScope.Scoped)
                        .isPresent())
                .filter(key -> !Set.of(own).containsAll(key.columns()))
                .toList();
    }
}
