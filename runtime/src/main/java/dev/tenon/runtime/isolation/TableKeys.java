package dev.tenon.runtime.isolation;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The requirements of a table's keys for a generated row. */
final class TableKeys {

    private TableKeys() {}

    /** The columns of each primary key and unique constraint. */
    static Stream<List<String>> keys(Table table) {
        return Stream.concat(
                table.constraints(Constraint.PrimaryKey.class).map(Constraint.PrimaryKey::columns),
                table.constraints(Constraint.Unique.class).map(Constraint.Unique::columns));
    }

    /** The columns in which a row has to differ from all others. */
    static Set<String> unique(Table table) {
        Set<String> columns = new HashSet<>();
        keys(table).forEach(columns::addAll);
        table.constraints(Constraint.Exclusion.class)
                .flatMap(exclusion -> exclusion.elements().stream())
                .forEach(element -> columns.addAll(columns(table, element.key())));
        for (Index index : table.indexes()) {
            if (index.unique()) {
                index.keys().forEach(key -> columns.addAll(columns(table, key)));
            }
        }
        return columns;
    }

    /** The foreign keys that no row can do without, those of most columns first, because they settle others. */
    static List<Constraint.ForeignKey> required(Table table) {
        return byWidth(table).stream().filter(key -> !optional(table, key)).toList();
    }

    /** The foreign keys that a row can leave empty. */
    static List<Constraint.ForeignKey> optional(Table table) {
        return byWidth(table).stream().filter(key -> optional(table, key)).toList();
    }

    /** Which of the optional foreign keys to fill, by name: none first, then all, then each alone. */
    static List<Set<String>> attempts(Table table) {
        List<String> names = optional(table).stream().map(Constraint::name).toList();
        List<Set<String>> attempts = new ArrayList<>(List.of(Set.of()));
        if (names.size() > 1) {
            attempts.add(Set.copyOf(names));
        }
        names.forEach(name -> attempts.add(Set.of(name)));
        return attempts;
    }

    private static List<Constraint.ForeignKey> byWidth(Table table) {
        Comparator<Constraint.ForeignKey> width =
                Comparator.comparingInt(key -> -key.columns().size());
        return table.foreignKeys().stream().sorted(width).toList();
    }

    /** One null makes a reference empty; the tenant always gets a value. */
    private static boolean optional(Table table, Constraint.ForeignKey key) {
        return key.columns().stream()
                .filter(name ->
                        table.tenantScope().tenantColumn().filter(name::equals).isEmpty())
                .flatMap(name -> table.column(name).stream())
                .anyMatch(Column::nullable);
    }

    private static List<String> columns(Table table, IndexKey key) {
        if (key.target() instanceof IndexKey.OfExpression expression) {
            return Mentions.of(expression.sql(), table);
        }
        return List.of(key.column().orElseThrow());
    }
}
