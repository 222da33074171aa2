package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An index whose keys are the first keys of another index slows every write and serves no additional query. */
final class RedundantIndex implements SchemaRule {

    @Override
    public String code() {
        return "TN235";
    }

    /** An index of a table or of one of its constraints. */
    private record TableIndex(
            ObjectPath at,
            String method,
            List<IndexKey> keys,
            Optional<String> where,
            boolean onlySpeed,
            Index index) {}

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            List<TableIndex> all = all(table);
            for (TableIndex each : all) {
                serving(all, each)
                        .ifPresent(other -> findings.accept(Finding.warning(
                                code(),
                                each.at(),
                                "columns",
                                each.at() + " is redundant, because " + other.at() + " serves the same queries",
                                "remove one of them")));
            }
        }
    }

    private static Optional<TableIndex> serving(List<TableIndex> all, TableIndex each) {
        for (TableIndex other : all) {
            if (!other.at().equals(each.at()) && serves(other, each)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the other index serves all queries of this one. Of two equal indexes, only the one with the later name is
     * redundant.
     */
    private static boolean serves(TableIndex other, TableIndex each) {
        boolean longer = other.keys().size() > each.keys().size();
        boolean sameLength = other.keys().size() == each.keys().size();
        boolean first = !other.onlySpeed() || other.at().compareTo(each.at()) < 0;
        return each.onlySpeed()
                && each.index().include().isEmpty()
                && each.method().equals("btree")
                && other.method().equals(each.method())
                && other.where().equals(each.where())
                && (longer || (sameLength && first))
                && other.keys().subList(0, each.keys().size()).equals(each.keys());
    }

    private static List<TableIndex> all(Table table) {
        List<TableIndex> all = new ArrayList<>();
        for (Index index : table.indexes()) {
            ObjectPath path = ObjectPath.index(table.name(), index.name());
            all.add(new TableIndex(path, index.method(), index.keys(), index.where(), !index.unique(), index));
        }
        Stream.concat(
                        table.constraints(Constraint.PrimaryKey.class),
                        table.constraints(Constraint.Unique.class)
                                .filter(unique -> unique.deferrability() == Deferrability.NOT_DEFERRABLE))
                .forEach(key -> {
                    List<IndexKey> keys = ConstraintColumns.columns(key).stream()
                            .map(IndexKey::column)
                            .toList();
                    ObjectPath path = ObjectPath.constraint(table.name(), key.name());
                    all.add(new TableIndex(
                            path, "btree", keys, Optional.empty(), false, Index.of(key.name(), "btree", keys)));
                });
        return all;
    }
}
