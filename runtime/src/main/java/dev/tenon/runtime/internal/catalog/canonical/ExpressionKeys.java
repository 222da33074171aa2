package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The {@linkplain ExpressionKey phrases} of one table, each looked for once: a large schema has many, and each is asked for several times. */
final class ExpressionKeys {

    private final String table;
    private final List<Column> columns;
    private final List<String> names;
    private final IdentityHashMap<Object, Optional<ExpressionKey>> known = new IdentityHashMap<>();

    ExpressionKeys(Table table) {
        this.table = lower(table.name().name());
        this.columns = table.columns();
        this.names = columns.stream().map(column -> lower(column.name())).toList();
    }

    /** The default or the computed value of a column; empty if it has none, or speaks of its table. */
    Optional<ExpressionKey> of(Column column) {
        if (column.defaultValue().isEmpty()) {
            return Optional.empty();
        }
        return known.computeIfAbsent(
                column,
                first -> key(
                        column.defaultValue().get().match(TEXT),
                        bare(column).withName(ExpressionKey.NAMELESS).withDefault(column.defaultValue())));
    }

    /** The expression of a check; empty for other constraints, and if it speaks of its table. */
    Optional<ExpressionKey> of(Constraint constraint) {
        return constraint instanceof Constraint.Check check
                ? known.computeIfAbsent(check, first -> key(check.expression(), check.withName(ExpressionKey.NAMELESS)))
                : Optional.empty();
    }

    /** The keys and the predicate of an index; empty if they speak of the table. */
    Optional<ExpressionKey> of(Index index) {
        return known.computeIfAbsent(
                index,
                first -> key(text(index), index.withName(ExpressionKey.NAMELESS).withComment(Optional.empty())));
    }

    /** The conditions of a policy; empty if they speak of the table. */
    Optional<ExpressionKey> of(Policy policy) {
        return known.computeIfAbsent(
                policy,
                first -> key(
                        policy.using().orElse("") + " " + policy.check().orElse(""),
                        TemporaryTable.forEveryone(policy).withName(ExpressionKey.NAMELESS)));
    }

    /** Whether what the server printed holds for this table only, as a column within a subquery does, which is qualified. */
    boolean areOnlyOf(Object printed) {
        return occurs(lower(printed.toString()), table);
    }

    private Optional<ExpressionKey> key(String sql, Object words) {
        String text = lower(sql);
        // A name in Unicode escapes would not be recognized.
        if (text.contains("u&") || occurs(text, table)) {
            return Optional.empty();
        }
        List<Column> spoken = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (occurs(text, names.get(i))) {
                spoken.add(bare(columns.get(i)));
            }
        }
        return Optional.of(new ExpressionKey(words, spoken));
    }

    private static final ColumnDefault.Cases<String> TEXT = new ColumnDefault.Cases<>() {
        @Override
        public String expression(ColumnDefault.Expression expression) {
            return expression.sql();
        }

        @Override
        public String identity(ColumnDefault.Identity identity) {
            return "";
        }

        @Override
        public String generated(ColumnDefault.Generated generated) {
            return generated.sql();
        }
    };

    private static String text(Index index) {
        StringBuilder text = new StringBuilder(index.where().orElse(""));
        for (IndexKey key : index.keys()) {
            text.append(' ').append(key.target());
        }
        index.include().forEach(column -> text.append(' ').append(column));
        return text.toString();
    }

    private static boolean occurs(String text, String name) {
        return text.contains(name) || (name.indexOf('"') >= 0 && text.contains(name.replace("\"", "\"\"")));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Column bare(Column column) {
        return Column.of(column.name(), column.type()).withCollation(column.collation());
    }
}
