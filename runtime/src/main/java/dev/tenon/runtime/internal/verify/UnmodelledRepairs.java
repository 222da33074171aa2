package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.runtime.internal.catalog.UnmodelledRepair;
import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.runtime.verify.Correction;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.derive.DependencyGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements that revert unmodelled differences, by phase. Views come in dependency order. */
final class UnmodelledRepairs {

    private final List<Unmodelled> facts;

    UnmodelledRepairs(List<Unmodelled> facts, Schema expected) {
        List<ObjectPath> order = DependencyGraph.of(expected).order();
        this.facts = facts.stream()
                .sorted(Comparator.comparing(fact -> order.indexOf(fact.at())))
                .toList();
    }

    /** Returns the statements of one phase. */
    List<Correction> at(RepairPhase phase) {
        List<Correction> list = new ArrayList<>();
        for (Unmodelled fact : facts) {
            if (fact.remedy() instanceof UnmodelledRepair.Statements run && run.phase() == phase) {
                run.sql().forEach(sql -> list.add(new Correction(fact.at(), sql, run.caution())));
                if (run.sql().isEmpty() && !run.caution().isEmpty()) {
                    list.add(new Correction(fact.at(), "", run.caution()));
                }
            }
        }
        return list;
    }

    /** Returns the reasons of the differences that no statement reverts. */
    List<Correction> reasons() {
        List<Correction> list = new ArrayList<>();
        for (Unmodelled fact : facts) {
            if (fact.remedy() instanceof UnmodelledRepair.Impossible nothing) {
                list.add(new Correction(fact.at(), "", nothing.reason()));
            }
        }
        return list;
    }

    /** Returns the objects that must be recreated. */
    Set<ObjectPath> recreated() {
        Set<ObjectPath> paths = new HashSet<>();
        for (Unmodelled fact : facts) {
            if (fact.remedy() instanceof UnmodelledRepair.Recreate) {
                paths.add(fact.at());
            }
        }
        return paths;
    }
}
