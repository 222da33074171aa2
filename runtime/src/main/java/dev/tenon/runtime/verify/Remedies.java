package dev.tenon.runtime.verify;

import dev.tenon.runtime.catalog.Remedy;
import dev.tenon.runtime.catalog.Remedy.Turn;
import dev.tenon.runtime.catalog.Unmodelled;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.derive.Dependencies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements that revert unmodelled differences, by turn; views that others read come first. */
final class Remedies {

    private final List<Unmodelled> facts;

    Remedies(List<Unmodelled> facts, Schema expected) {
        List<ObjectPath> order = Dependencies.of(expected).order();
        this.facts = facts.stream()
                .sorted(Comparator.comparing(fact -> order.indexOf(fact.at())))
                .toList();
    }

    /** The statements whose turn it is. */
    List<Correction> at(Turn turn) {
        List<Correction> list = new ArrayList<>();
        for (Unmodelled fact : facts) {
            if (fact.remedy() instanceof Remedy.Run run && run.turn() == turn) {
                run.sql().forEach(sql -> list.add(new Correction(fact.at(), sql, run.caution())));
                if (run.sql().isEmpty() && !run.caution().isEmpty()) {
                    list.add(new Correction(fact.at(), "", run.caution()));
                }
            }
        }
        return list;
    }

    /** Why there are none, for what none takes back. */
    List<Correction> reasons() {
        List<Correction> list = new ArrayList<>();
        for (Unmodelled fact : facts) {
            if (fact.remedy() instanceof Remedy.Nothing nothing) {
                list.add(new Correction(fact.at(), "", nothing.reason()));
            }
        }
        return list;
    }

    /** The objects that are made anew. */
    Set<ObjectPath> madeAnew() {
        Set<ObjectPath> paths = new HashSet<>();
        for (Unmodelled fact : facts) {
            if (fact.remedy() instanceof Remedy.MakeAnew) {
                paths.add(fact.at());
            }
        }
        return paths;
    }
}
