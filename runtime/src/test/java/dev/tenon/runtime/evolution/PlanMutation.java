package dev.tenon.runtime.evolution;

import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.simulation.CatalogEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan that was broken at random.
 *
 * @param kind how it was broken
 * @param statements its statements
 * @param first the position of the first statement that is another one than in the whole plan
 */
record PlanMutation(Kind kind, List<Statement> statements, int first) {

    /** How a plan is broken. */
    enum Kind {
        REMOVE,
        SWAP,
        REPEAT,
        MOVE,
        REMOVE_DROP
    }

    /** Breaks a plan in different ways, at most that many, in the order of the first other statement. */
    static List<PlanMutation> of(List<Statement> plan, int count, RandomChoices random) {
        Map<List<Statement>, PlanMutation> all = new LinkedHashMap<>();
        for (int i = 0; i < count && !plan.isEmpty(); i++) {
            Kind kind = random.of(List.of(Kind.values()));
            List<Statement> broken = broken(plan, kind, random);
            if (!broken.equals(plan)) {
                all.putIfAbsent(broken, new PlanMutation(kind, broken, first(plan, broken)));
            }
        }
        return all.values().stream()
                .sorted(Comparator.comparingInt(PlanMutation::first))
                .toList();
    }

    private static List<Statement> broken(List<Statement> plan, Kind kind, RandomChoices random) {
        List<Statement> broken = new ArrayList<>(plan);
        int at = random.below(plan.size());
        switch (kind) {
            case REMOVE -> broken.remove(at);
            case SWAP -> {
                int other = random.below(plan.size());
                broken.set(at, plan.get(other));
                broken.set(other, plan.get(at));
            }
            case REPEAT -> broken.add(at + 1 + random.below(plan.size() - at), plan.get(at));
            case MOVE -> {
                broken.remove(at);
                broken.add(random.below(plan.size()), plan.get(at));
            }
            case REMOVE_DROP -> random.maybe(drops(plan)).ifPresent(drop -> broken.remove((int) drop));
        }
        return broken;
    }

    private static List<Integer> drops(List<Statement> plan) {
        List<Integer> drops = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            if (plan.get(i).ddl().effects().stream().anyMatch(CatalogEffect.Drop.class::isInstance)) {
                drops.add(i);
            }
        }
        return drops;
    }

    private static int first(List<Statement> plan, List<Statement> broken) {
        int at = 0;
        while (at < plan.size() && at < broken.size() && plan.get(at).equals(broken.get(at))) {
            at++;
        }
        return at;
    }
}
