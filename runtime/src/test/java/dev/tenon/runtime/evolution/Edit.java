package dev.tenon.runtime.evolution;

import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * A random edit of a schema. An edit that finds nothing to change changes nothing.
 *
 * @param name the name of the edit in the report of a run
 * @param change performs the edit
 */
record Edit(String name, BiConsumer<EditedSchema, RandomChoices> change) {

    /** Creates an edit of one table. */
    @FunctionalInterface
    interface OfTable {
        void apply(EditedSchema edited, RandomChoices random, Table table);
    }

    /** An edit of any table. */
    static Edit table(String name, OfTable change) {
        return new Edit(
                name,
                (edited, random) ->
                        random.maybe(edited.schema.tables()).ifPresent(table -> change.apply(edited, random, table)));
    }

    void apply(EditedSchema edited, RandomChoices random) {
        change.accept(edited, random);
    }

    static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    static <T> List<T> without(List<T> list, T one) {
        List<T> less = new ArrayList<>(list);
        less.remove(one);
        return less;
    }

    static <T> List<T> replaced(List<T> list, T one, UnaryOperator<T> change) {
        return list.stream()
                .map(each -> each.equals(one) ? change.apply(each) : each)
                .toList();
    }
}
