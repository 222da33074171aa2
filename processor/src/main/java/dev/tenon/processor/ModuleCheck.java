package dev.tenon.processor;

import dev.tenon.processor.internal.read.structure.CompiledModule;
import dev.tenon.processor.internal.read.structure.EarlierCompilations;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.Diagnostics;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Checks that the modules whose entities make one schema fit together. */
final class ModuleCheck {

    /** Rules that the declarations of another module may satisfy: a tenancy, or an extension. */
    static final Set<String> SETTLED_ELSEWHERE = Set.of("TN210", "TN301");

    private final EarlierCompilations earlier;
    private final NamingStrategy naming;
    private final Diagnostics diagnostics;

    ModuleCheck(EarlierCompilations earlier, NamingStrategy naming, Diagnostics diagnostics) {
        this.earlier = earlier;
        this.naming = naming;
        this.diagnostics = diagnostics;
    }

    /**
     * Whether the compilation has a schema: its module declares entities or did so before, or it owns the migrations of
     * other modules' entities.
     */
    boolean isConcerned(Stream<String> entities, boolean owner) {
        Set<String> inherited = earlier.inherited();
        return earlier.snapshot().isPresent() || entities.anyMatch(entity -> owner || !inherited.contains(entity));
    }

    /** Reports modules whose names are derived in another way, and classes that differ between modules. */
    void report() {
        Map<String, CompiledModule> first = new TreeMap<>();
        for (CompiledModule part : earlier.parts()) {
            String other = part.snapshot().share().naming();
            if (!other.equals(naming.option())) {
                diagnostics.error(
                        DiagnosticCode.MODULE_UNUSABLE,
                        part.place() + " was compiled with -Atenon.naming=" + other + ", and this module with "
                                + naming.option(),
                        "compile all modules of a schema with the same -Atenon.naming");
            }
            for (String name : part.snapshot().ownClasses()) {
                CompiledModule before = first.putIfAbsent(name, part);
                if (before != null
                        && !before.place().equals(part.place())
                        && !tables(before.snapshot(), name).equals(tables(part.snapshot(), name))) {
                    diagnostics.error(
                            DiagnosticCode.MODULE_CONFLICT,
                            name + " is in " + before.place() + " and in " + part.place()
                                    + ", and the two describe different tables",
                            "keep the class in one module, and build the other one again");
                }
            }
        }
    }

    private static Map<QualifiedName, Optional<Table>> tables(CompiledSnapshot snapshot, String name) {
        Map<QualifiedName, Optional<Table>> tables = new TreeMap<>();
        snapshot.entities().forEach((table, source) -> {
            if (source.equals(name)) {
                tables.put(table, snapshot.schema().table(table));
            }
        });
        return tables;
    }
}
