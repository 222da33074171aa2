package dev.tenon.runtime.isolation;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Generates test rows: one inserted row for each tenant and table, and rows that a probe tries to insert. Referenced
 * rows are created first, beginning with the tenants' own.
 */
final class Seeds {

    private static final int SETTLED = 0;

    /** A row that is made at most once. */
    private record Key(QualifiedName table, Tenant tenant, int number) {}

    private final Stage stage;
    private final Schema live;
    private final Tenancy tenancy;
    private final RowMaker maker;
    private final Map<Key, Row> made = new HashMap<>();
    private final Map<Key, Map<String, String>> making = new HashMap<>();
    /** The optional references that rows of a table turned out to need. */
    private final Map<QualifiedName, Set<String>> filled = new HashMap<>();

    private int candidates = SETTLED;

    /**
     * Seeds for tables.
     *
     * @param live the tables as the database has them, as they are meant
     */
    Seeds(Stage stage, Schema live, Tenancy tenancy) {
        this.stage = stage;
        this.live = live;
        this.tenancy = tenancy;
        this.maker = new RowMaker(stage);
    }

    /** A tenant that there is not yet. */
    Tenant newTenant() throws SQLException, SeedException {
        String value = maker.unique(table(tenancy.root()), tenancy.rootKey());
        return new Tenant(value, stage.texts("SELECT (" + value + ")::text").get(0));
    }

    /** The tenant's settled row of the table, which is in the database. */
    Row settled(QualifiedName table, Tenant tenant) throws SQLException, SeedException {
        return row(new Key(table, tenant, SETTLED));
    }

    /** A further row of the tenant that is not in the database, while those that it refers to are. */
    Row candidate(QualifiedName table, Tenant tenant) throws SQLException, SeedException {
        candidates++;
        return make(new Key(table, tenant, candidates), filled.getOrDefault(table, Set.of()));
    }

    /**
     * A row of the tenant whose references lead nowhere. Policies come before foreign keys, so it will do where a policy is
     * to refuse it.
     */
    Row loose(QualifiedName table, Tenant tenant) throws SQLException, SeedException {
        Table found = table(table);
        Map<String, String> values = new LinkedHashMap<>();
        found.tenantScope().tenantColumn().ifPresent(column -> values.put(column, tenant.value()));
        maker.keys(found, values);
        for (Constraint.ForeignKey reference : TableKeys.required(found)) {
            for (String column : reference.columns()) {
                values.putIfAbsent(column, maker.unique(found, column));
            }
        }
        maker.rest(found, values);
        return new Row(table, values);
    }

    /** Puts a row into the database, as whoever may: the migrator, the migrator in the tenant's session, the application. */
    Answer insert(Row row, Tenant tenant) throws SQLException {
        Answer answer = stage.ask(row.insert());
        if (bound(answer)) {
            stage.setTenant(tenant.text());
            answer = stage.ask(row.insert());
        }
        if (bound(answer)) {
            stage.becomeApplication();
            answer = stage.ask(row.insert());
            stage.becomeSelf();
        }
        return answer;
    }

    private static boolean bound(Answer answer) {
        return answer.refusal()
                .filter(refusal -> refusal.byRowSecurity() || refusal.byPrivilege())
                .isPresent();
    }

    private Row row(Key key) throws SQLException, SeedException {
        Row known = made.get(key);
        if (known != null) {
            return known;
        }
        Optional<Refusal> last = Optional.empty();
        for (Set<String> attempt : TableKeys.attempts(table(key.table()))) {
            Row row = make(key, attempt);
            last = insert(row, key.tenant()).refusal();
            if (last.isEmpty()) {
                made.put(key, row);
                filled.put(key.table(), attempt);
                return row;
            }
            if (!last.get().byCheck()) {
                break;
            }
        }
        throw new SeedException(obstacle(key.table(), last.orElseThrow()));
    }

    private String obstacle(QualifiedName table, Refusal refusal) {
        String problem = "no test row could be generated for " + table.display() + ": " + refusal;
        return refusal.byRowSecurity() || refusal.byPrivilege()
                ? problem
                        + "; grant the migrating role write access (ALTER ROLE … BYPASSRLS, or a policy TO it USING"
                        + " (true) WITH CHECK (true)), or grant INSERT to the application role"
                : problem;
    }

    private Row make(Key key, Set<String> optional) throws SQLException, SeedException {
        Table table = table(key.table());
        Map<String, String> values = new LinkedHashMap<>();
        Optional<String> tenantColumn = table.tenantScope().tenantColumn();
        tenantColumn.ifPresent(column -> values.put(column, key.tenant().value()));
        making.put(key, values);
        try {
            if (tenantColumn.isPresent() && !key.table().equals(tenancy.root())) {
                settled(tenancy.root(), key.tenant());
            }
            maker.keys(table, values);
            for (Constraint.ForeignKey reference : TableKeys.required(table)) {
                refer(key, reference, values);
            }
            for (Constraint.ForeignKey reference : TableKeys.optional(table)) {
                if (optional.contains(reference.name())) {
                    refer(key, reference, values);
                } else {
                    maker.leave(table, reference, values);
                }
            }
            maker.rest(table, values);
            return new Row(key.table(), values);
        } finally {
            making.remove(key);
        }
    }

    /** Takes the referenced row's values over, unless a wider key has settled them. */
    private void refer(Key key, Constraint.ForeignKey reference, Map<String, String> values)
            throws SQLException, SeedException {
        if (values.keySet().containsAll(reference.columns())) {
            return;
        }
        Key target = target(key, reference);
        Map<String, String> unfinished = making.get(target);
        if (unfinished != null) {
            own(target, reference, unfinished);
        }
        Map<String, String> parent = unfinished == null ? row(target).values() : unfinished;
        for (int i = 0; i < reference.columns().size(); i++) {
            String value = parent.get(reference.targetColumns().get(i));
            if (value == null) {
                throw new SeedException("no test row could be generated for "
                        + key.table().display() + ": foreign key "
                        + reference.name() + " refers to " + reference.target().display() + "."
                        + reference.targetColumns().get(i) + ", whose value is not generated");
            }
            values.putIfAbsent(reference.columns().get(i), value);
        }
    }

    /**
     * In a circle of rows whose keys are references, a row that is being made has to begin with a key of its own, unless another
     * reference leads out of the circle.
     */
    private void own(Key key, Constraint.ForeignKey reference, Map<String, String> unfinished)
            throws SQLException, SeedException {
        Table table = table(key.table());
        for (String column : reference.targetColumns()) {
            for (Constraint.ForeignKey other : TableKeys.required(table)) {
                if (other.columns().contains(column) && !making.containsKey(target(key, other))) {
                    refer(key, other, unfinished);
                }
            }
            if (!unfinished.containsKey(column)
                    && !table.column(column).map(Column::generated).orElse(true)) {
                unfinished.put(column, maker.unique(table, column));
            }
        }
    }

    private Key target(Key key, Constraint.ForeignKey reference) {
        int number = reference.target().equals(tenancy.root()) ? SETTLED : key.number();
        return new Key(reference.target(), key.tenant(), number);
    }

    private Table table(QualifiedName name) throws SeedException {
        return live.table(name)
                .orElseThrow(() -> new SeedException(
                        "no test row could be generated for " + name.display() + ": the table was not read"));
    }
}
