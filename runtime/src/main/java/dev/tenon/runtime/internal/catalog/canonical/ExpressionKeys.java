package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.runtime.internal.catalog.temporary.TemporaryTable;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.expression.TableExpressions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The {@linkplain ExpressionKey keys} of one table's expressions, by the path of the object with the expression. */
final class ExpressionKeys {

    private final String table;
    private final List<Column> columns;
    private final List<String> names;
    private final Map<ObjectPath, String> texts = new HashMap<>();
    private final Map<ObjectPath, ExpressionKey> keys = new HashMap<>();

    ExpressionKeys(Table table) {
        QualifiedName owner = table.name();
        this.table = lower(owner.name());
        this.columns = table.columns();
        this.names = columns.stream().map(column -> lower(column.name())).toList();
        TableExpressions.forEach(table, (at, kind, sql) -> speak(at, sql));
        for (Column column : columns) {
            if (column.defaultValue().isPresent()) {
                add(
                        ObjectPath.column(owner, column.name()),
                        bare(column).withName(ExpressionKey.NAMELESS).withDefault(column.defaultValue()));
            }
        }
        table.constraints(Constraint.Check.class)
                .forEach(check ->
                        add(ObjectPath.constraint(owner, check.name()), check.withName(ExpressionKey.NAMELESS)));
        for (Index index : table.indexes()) {
            ObjectPath path = ObjectPath.index(owner, index.name());
            index.keys().stream().flatMap(key -> key.column().stream()).forEach(column -> speak(path, column));
            index.include().forEach(column -> speak(path, column));
            add(path, index.withName(ExpressionKey.NAMELESS).withComment(Optional.empty()));
        }
        for (Policy policy : table.policies()) {
            add(
                    ObjectPath.policy(owner, policy.name()),
                    TemporaryTable.forEveryone(policy).withName(ExpressionKey.NAMELESS));
        }
    }

    /**
     * Returns the key of a column, check, index or policy; empty if its expression contains the table's name, and for
     * other objects.
     */
    Optional<ExpressionKey> of(ObjectPath path) {
        return Optional.ofNullable(keys.get(path));
    }

    /**
     * Whether the printed text contains the table's name and so holds for this table only. The server qualifies columns
     * within a subquery with it.
     */
    boolean areOnlyOf(Object printed) {
        return occurs(lower(printed.toString()), table);
    }

    private void speak(ObjectPath at, String text) {
        texts.merge(at, lower(text), (one, other) -> one + " " + other);
    }

    private void add(ObjectPath at, Object words) {
        String text = texts.getOrDefault(at, "");
        // A name with Unicode escapes would not be found.
        if (!text.contains("u&") && !occurs(text, table)) {
            List<Column> spoken = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (occurs(text, names.get(i))) {
                    spoken.add(bare(columns.get(i)));
                }
            }
            keys.put(at, new ExpressionKey(words, spoken));
        }
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
