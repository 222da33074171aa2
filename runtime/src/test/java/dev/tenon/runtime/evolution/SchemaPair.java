package dev.tenon.runtime.evolution;

import dev.tenon.schema.Schema;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two schemas: the second results from edits of the first or, occasionally, is unrelated.
 *
 * @param before the first
 * @param after the second
 * @param edits the numbers of the applied edits; others were refused
 * @param applied how often each edit was applied
 * @param refused how often each code refused an edit
 */
record SchemaPair(
        Schema before,
        EditedSchema after,
        Set<Integer> edits,
        TreeMap<String, Integer> applied,
        TreeMap<String, Integer> refused) {

    static final int MAX_EDITS = 14;

    static SchemaPair of(long seed, Set<Integer> without) {
        RandomChoices random = new RandomChoices(seed);
        Tokens tokens = new Tokens();
        Schema before = RandomSchema.of(random, tokens);
        SchemaPair pair = new SchemaPair(
                before, new EditedSchema(before, tokens), new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
        if (random.oneIn(15)) {
            Schema other = RandomSchema.of(random, tokens);
            if (PairPlan.between(before, with(pair.after, other)).refused().isEmpty()) {
                pair.after.schema = other;
                pair.applied.merge("unrelated schema", 1, Integer::sum);
                return pair;
            }
        }
        int count = 1 + random.below(MAX_EDITS);
        for (int i = 0; i < count; i++) {
            Edit chosen = random.of(Edits.ALL);
            Edit edit = pair.after.schema.tables().isEmpty() ? TableEdits.ADD : chosen;
            if (!without.contains(i)) {
                pair.edit(i, edit, new RandomChoices(seed * 31 + i));
            }
        }
        return pair;
    }

    private void edit(int number, Edit edit, RandomChoices random) {
        Schema was = after.schema;
        Map<String, String> taken = Map.copyOf(after.taken);
        Map<String, String> origins = Map.copyOf(after.origins);
        Set<String> old = Set.copyOf(after.old);
        edit.apply(after, random);
        if (after.schema.equals(was)) {
            return;
        }
        Set<String> codes = PairPlan.between(before, after).refused();
        if (codes.isEmpty()) {
            edits.add(number);
            applied.merge(edit.name(), 1, Integer::sum);
        } else {
            after.schema = was;
            after.taken.keySet().retainAll(taken.keySet());
            after.origins.clear();
            after.origins.putAll(origins);
            after.old.addAll(old);
            codes.forEach(code -> refused.merge(code, 1, Integer::sum));
        }
    }

    private static EditedSchema with(EditedSchema edited, Schema schema) {
        EditedSchema other = new EditedSchema(schema, edited.tokens);
        other.origins.putAll(edited.origins);
        return other;
    }
}
