package dev.tenon.runtime.cli.entities;

import dev.tenon.runtime.catalog.Unmodelled;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.KeyIndex;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What no annotation has words for, in a sentence each, so that nothing is lost unseen. */
final class Leftovers {

    private final Set<String> sentences = new TreeSet<>();

    /** All of them, sorted. */
    List<String> all() {
        return List.copyOf(sentences);
    }

    void beyond(Unmodelled beyond) {
        sentences.add(beyond.at() + ": " + (beyond.wholeObject() ? "" : beyond.attribute() + " ") + beyond.found());
    }

    void label(EnumType type, String label) {
        sentences.add(ObjectPath.enumType(type.name()) + " is without its blank label '" + label + "'");
    }

    void keyless(Table table) {
        sentences.add(ObjectPath.table(table.name()) + " is left out: it has no primary key");
    }

    void primaryKey(Table table, String derived) {
        table.primaryKey().ifPresent(key -> {
            String at = ObjectPath.constraint(table.name(), key.name()).toString();
            if (!key.name().equals(derived)) {
                sentences.add(at + " will be called " + derived);
            }
            if (!key.columns().equals(keyInOrder(table))) {
                sentences.add(at + " will have the order of the table's columns: " + keyInOrder(table));
            }
            if (!key.index().equals(KeyIndex.PLAIN)) {
                sentences.add(at + " will be without " + key.index());
            }
        });
    }

    void unvalidated(Table table, Constraint constraint) {
        if (!constraint.validated()) {
            sentences.add(ObjectPath.constraint(table.name(), constraint.name()) + " is NOT VALID; validate it");
        }
    }

    void constraint(Table table, Constraint.ForeignKey key) {
        sentences.add(ObjectPath.constraint(table.name(), key.name()) + " is left out: " + key.columns() + " refers to "
                + key.target().display() + " " + key.targetColumns()
                + ", and a member refers once, to a whole primary key in the order of both tables' columns");
    }

    void rowSecurity(Table table) {
        RowSecurity expected = table.policies().isEmpty() ? RowSecurity.DISABLED : RowSecurity.FORCED;
        if (table.rowSecurity() != expected) {
            sentences.add(ObjectPath.table(table.name()) + ": row-level security is " + table.rowSecurity()
                    + " and will be " + expected);
        }
    }

    /** The columns of the primary key as annotations put them. */
    static List<String> keyInOrder(Table table) {
        return table.primaryKey()
                .map(key -> table.columns().stream()
                        .map(column -> column.name())
                        .filter(key.columns()::contains)
                        .toList())
                .orElse(List.of());
    }

    static String expression(IndexKey key) {
        return ((IndexKey.OfExpression) key.target()).sql();
    }
}
