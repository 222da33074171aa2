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
 * No unique key applies across tenants, whose violation would reveal a value of another tenant, unless the snapshot
 * declares it with a reason.
 */
public final class UniqueKeysProbe implements Probe {

    @Override
    public String name() {
        return "unique-keys";
    }

    @Override
    public ProbeOutcome run(ProbeTarget subject, ProbeSession stage, FixtureRows seeds) {
        if (subject.root()) {
            return ProbeOutcome.notApplicable("each row is a tenant, and its keys are unique among tenants");
        }
        Map<String, List<String>> open = acrossTenants(subject.table(), subject.column());
        Map<String, List<String>> meant = acrossTenants(subject.expected(), subject.column());
        open.entrySet().removeIf(key -> meant.containsKey(key.getKey()) || meant.containsValue(key.getValue()));
        return open.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.broken(String.join(", ", open.keySet())
                        + " applies across tenants, so a violation reveals that another tenant has the value; start"
                        + " it with "
                        + subject.column() + ", or declare @Unique(global = true, reason = \"…\")");
    }

    /** The keys that do not have the tenant in them, by name, and their columns. */
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
                .map(key -> key.column().orElse(index.name()))
                .toList();
    }
}
