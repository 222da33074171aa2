package dev.tenon.runtime.evolution;

import dev.tenon.schema.Index;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of indexes. */
final class IndexEdits {

    static final Edit ADD = Edit.table("add index", (edited, random, table) -> {
        Index index = fresh(edited, random, table);
        edited.replace(table, each -> each.withIndexes(Edit.plus(each.indexes(), index)));
    });

    static final List<Edit> ALL = List.of(
            ADD,
            index("change index", (edited, random, table, index) -> {
                Index fresh = fresh(edited, random, table).withName(index.name());
                edited.replace(table, each -> each.withIndexes(Edit.replaced(each.indexes(), index, was -> fresh)));
            }),
            index("rename index", (edited, random, table, index) -> edited.rename(Tokens.of(index.name()))),
            index(
                    "comment index",
                    (edited, random, table, index) -> edited.replace(
                            table,
                            each -> each.withIndexes(Edit.replaced(
                                    each.indexes(),
                                    index,
                                    was -> was.withComment(Optional.of("an index " + random.below(9))))))),
            index(
                    "set index parameter",
                    (edited, random, table, index) -> edited.replace(
                            table,
                            each -> each.withIndexes(
                                    Edit.replaced(each.indexes(), index, was -> filled(was, 70 + random.below(20)))))),
            index(
                    "drop index",
                    (edited, random, table, index) ->
                            edited.replace(table, each -> each.withIndexes(Edit.without(each.indexes(), index)))));

    private IndexEdits() {}

    /** An edit of one index. */
    @FunctionalInterface
    private interface OfIndex {
        void apply(EditedSchema edited, RandomChoices random, Table table, Index index);
    }

    private static Edit index(String name, OfIndex change) {
        return Edit.table(
                name,
                (edited, random, table) ->
                        random.maybe(table.indexes()).ifPresent(index -> change.apply(edited, random, table, index)));
    }

    private static Index filled(Index index, int percent) {
        return index.withParameters(Map.of("fillfactor", Integer.toString(percent)));
    }

    private static Index fresh(EditedSchema edited, RandomChoices random, Table table) {
        return edited.names(random).index(edited.withKnownValues(table));
    }
}
