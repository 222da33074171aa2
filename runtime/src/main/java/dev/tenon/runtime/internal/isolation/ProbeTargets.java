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
     * The subjects of a database.
     *
     * @param live what the database has, as it is meant
     * @param snapshot what it should be
     */
    ProbeTargets(Schema live, Schema snapshot) {
        this.live = live;
        this.snapshot = snapshot;
    }

    /**
     * The live tables with what only the snapshot knows: tenant scopes, and references that are no longer enforced but still
     * meant; and with a check constraint that says which rows partitions take.
     */
    static Schema asMeant(Schema live, Schema snapshot) {
        return live.withTables(live.tables().stream()
                .map(table -> snapshot.table(table.name())
                        .map(expected -> asMeant(table, expected, live))
                        .orElse(table))
                .toList());
    }

    private static Table asMeant(Table table, Table expected, Schema live) {
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

    /** The tables of the snapshot that hold rows of tenants. */
    List<QualifiedName> names() {
        return snapshot.tables().stream()
                .filter(table -> table.tenantScope().tenantColumn().isPresent())
                .map(Table::name)
                .toList();
    }

    /** The tables that nothing can be said of because they are not what they should be at all, and why. */
    Map<QualifiedName, String> absent() {
        Map<QualifiedName, String> absent = new TreeMap<>();
        for (QualifiedName name : names()) {
            String column = column(name);
            if (live.table(name).isEmpty()) {
                absent.put(name, "the table is missing");
            } else if (live.table(name).flatMap(table -> table.column(column)).isEmpty()) {
                absent.put(name, "the table has no column " + column);
            }
        }
        return absent;
    }

    /** The subjects, for a session of one tenant with another's rows in reach. */
    List<ProbeTarget> of(FixtureTenant one, FixtureTenant other) {
        List<ProbeTarget> subjects = new ArrayList<>();
        for (QualifiedName name : names()) {
            if (!absent().containsKey(name)) {
                Table table = live.table(name).orElseThrow();
                Table expected = snapshot.table(name).orElseThrow();
                boolean root = expected.tenantScope() instanceof TenantScope.Root;
                subjects.add(
                        new ProbeTarget(table, expected, column(name), references(table), root, shared(), one, other));
            }
        }
        return subjects;
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

    /** Makes the rows of both tenants, and says what is in the way. */
    Map<QualifiedName, String> fill(List<ProbeTarget> subjects, FixtureRows seeds) throws SQLException {
        for (ProbeTarget subject : subjects) {
            try {
                seeds.fixtureRow(subject.name(), subject.one());
                seeds.fixtureRow(subject.name(), subject.other());
            } catch (FixtureException missing) {
                obstacles.put(subject.name(), missing.obstacle());
            }
        }
        return obstacles;
    }

    private String column(QualifiedName name) {
        return snapshot.table(name).orElseThrow().tenantScope().tenantColumn().orElseThrow();
    }

    /** Those to other tenants' rows; which tenants there are, a reference to the tenants themselves may say. */
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
