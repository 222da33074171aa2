package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every unique key includes the tenant, because a violation would reveal a value of another tenant, unless the snapshot
 * declares a reason.
 */
public final class UniqueKeysProbe implements Probe {

    @Override
    public String name() {
        return "unique-keys";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures) {
        if (target.root()) {
            return ProbeOutcome.notApplicable("each row is a tenant, and its keys are unique among tenants");
        }
        Map<String, List<String>> open = acrossTenants(target.table(), target.column());
        Map<String, List<String>> declared = acrossTenants(target.expected(), target.column());
        open.entrySet().removeIf(key -> declared.containsKey(key.getKey()) || declared.containsValue(key.getValue()));
        return open.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.broken(String.join(", ", open.keySet())
                        + " applies across tenants, so a violation reveals that another tenant has the value; start"
                        + " it with "
                        + target.column() + ", or declare @Unique(global = true, reason = \"…\")");
    }

    /** Returns the columns of the unique keys without the tenant column, by name. */
    private static Map<String, List<String>> acrossTenants(Table table, String tenant) {
        Map<String, List<String>> keys = new TreeMap<>();
        table.constraints(Constraint.PrimaryKey.class).forEach(key -> keys.put(key.name(), key.columns()));
        table.constraints(Constraint.Unique.class).forEach(key -> keys.put(key.name(), key.columns()));
        table.constraints(Constraint.Exclusion.class)
                .forEach(key -> keys.put(
                        key.name(),
                        key.elements().stream()
                                .map(element -> element.operator().equals("=")
                                        ? element.key().column().orElse("an expression")
                                        : element.operator())
                                .toList()));
        table.indexes().stream().filter(Index::unique).forEach(index -> keys.put(index.name(), columns(index)));
        keys.values().removeIf(columns -> columns.contains(tenant));
        return keys;
    }

    private static List<String> columns(Index index) {
        return index.keys().stream()
                .map(key -> key.column().orElse("an expression of " + index.name()))
                .toList();
    }
}
