package dev.tenon.runtime.evolution;

import dev.tenon.schema.Schema;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two schemas, the second made of the first by edits or, now and then, of nothing.
 *
 * @param before the first
 * @param after the second
 * @param edits what was done, in numbers of the choices; the others were refused
 * @param made how often each edit was made
 * @param refused how often each code refused one
 */
record Pair(
        Schema before,
        Drawing after,
        Set<Integer> edits,
        TreeMap<String, Integer> made,
        TreeMap<String, Integer> refused) {

    static final int MOST = 14;

    static Pair of(long seed, Set<Integer> without) {
        RandomChoices dice = new RandomChoices(seed);
        Tokens tokens = new Tokens();
        Schema before = RandomSchema.of(dice, tokens);
        Pair pair = new Pair(before, new Drawing(before, tokens), new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
        if (dice.oneIn(15)) {
            Schema other = RandomSchema.of(dice, tokens);
            if (PairPlan.between(before, with(pair.after, other)).refused().isEmpty()) {
                pair.after.schema = other;
                pair.made.merge("unrelated schema", 1, Integer::sum);
                return pair;
            }
        }
        int count = 1 + dice.below(MOST);
        for (int i = 0; i < count; i++) {
            Edit chosen = dice.of(Edits.ALL);
            Edit edit = pair.after.schema.tables().isEmpty() ? TableEdits.ADD : chosen;
            if (!without.contains(i)) {
                pair.edit(i, edit, new RandomChoices(seed * 31 + i));
            }
        }
        return pair;
    }

    private void edit(int number, Edit edit, RandomChoices dice) {
        Schema was = after.schema;
        Map<String, String> taken = Map.copyOf(after.taken);
        edit.apply(after, dice);
        if (after.schema.equals(was)) {
            return;
        }
        Set<String> codes = PairPlan.between(before, after).refused();
        if (codes.isEmpty()) {
            edits.add(number);
            made.merge(edit.name(), 1, Integer::sum);
        } else {
            after.schema = was;
            after.taken.keySet().retainAll(taken.keySet());
            codes.forEach(code -> refused.merge(code, 1, Integer::sum));
        }
    }

    private static Drawing with(Drawing drawing, Schema schema) {
        Drawing other = new Drawing(schema, drawing.tokens);
        other.origins.putAll(drawing.origins);
        return other;
    }
}
