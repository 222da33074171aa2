package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.schema.CompiledSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Chooses among the compiled snapshots of several modules the one with the whole schema. */
final class SnapshotChoice {

    private SnapshotChoice() {}

    /**
     * The snapshot of the module that owns the migrations; without such a module, the snapshot that has all classes of
     * the others.
     *
     * @param all the snapshots by their places, at least one
     */
    static CompiledSnapshot among(Map<String, CompiledSnapshot> all) {
        List<CompiledSnapshot> owners =
                distinct(all).stream().filter(each -> each.share().owner()).toList();
        List<CompiledSnapshot> whole = owners.isEmpty() ? complete(distinct(all)) : owners;
        if (whole.size() == 1) {
            return whole.get(0);
        }
        throw new Fault(
                        FaultCode.NO_SINGLE_SCHEMA,
                        "the class path has several compiled snapshots, and "
                                + (owners.isEmpty() ? "none has the classes of all others" : "several own migrations")
                                + ": " + String.join(", ", all.keySet()),
                        owners.isEmpty()
                                ? "compile one module with -Atenon.migrations and all others as its dependencies"
                                : "choose one by an entity: CompiledSchema.load(Order.class)")
                .exception();
    }

    /** The snapshot, unless it has problems that only the owner of the whole schema can solve. */
    static CompiledSnapshot settled(CompiledSnapshot snapshot) {
        if (snapshot.share().unsettled().isEmpty()) {
            return snapshot;
        }
        throw new Fault(
                        FaultCode.NO_SINGLE_SCHEMA,
                        "the compiled snapshot is only a part of a schema: "
                                + String.join(" ", snapshot.share().unsettled()),
                        "use the one of the module that is compiled with -Atenon.migrations")
                .exception();
    }

    private static List<CompiledSnapshot> distinct(Map<String, CompiledSnapshot> all) {
        return all.values().stream().distinct().toList();
    }

    private static List<CompiledSnapshot> complete(List<CompiledSnapshot> parts) {
        Set<String> classes = new TreeSet<>();
        parts.forEach(part -> classes.addAll(part.allClasses()));
        return parts.stream()
                .filter(part -> part.allClasses().containsAll(classes))
                .toList();
    }
}
