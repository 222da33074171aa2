package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * If the foreign keys of a cycle are all NOT NULL and not deferrable, no first row can be inserted. Tables without
 * foreign keys to others are in no cycle; they are removed, and then, in turn, the tables that reference only removed
 * ones.
 */
final class CyclicReferences implements SchemaRule {

    @Override
    public String code() {
        return "TN237";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        Map<QualifiedName, Set<QualifiedName>> waiting = waiting(schema);
        dropFree(waiting);
        for (QualifiedName table : waiting.keySet()) {
            for (Constraint.ForeignKey key : schema.table(table).orElseThrow().foreignKeys()) {
                if (waiting.get(table).contains(key.target())
                        && binds(schema.table(table).orElseThrow(), key)
                        && reaches(waiting, key.target(), table)) {
                    findings.accept(Finding.warning(
                            code(),
                            ObjectPath.constraint(table, key.name()),
                            "deferrable",
                            "the foreign key from " + table.display() + " to "
                                    + key.target().display()
                                    + " is part of a cycle in which no foreign key is nullable or deferrable, so no"
                                    + " first row can be inserted",
                            "make one of these foreign keys deferrable or nullable"));
                }
            }
        }
    }

    /** For each table, the other tables that must have a row before it. */
    private static Map<QualifiedName, Set<QualifiedName>> waiting(Schema schema) {
        Map<QualifiedName, Set<QualifiedName>> waiting = new LinkedHashMap<>();
        for (Table table : schema.tables()) {
            Set<QualifiedName> targets = new HashSet<>();
            for (Constraint constraint : table.constraints()) {
                if (constraint instanceof Constraint.ForeignKey key
                        && !key.target().equals(table.name())
                        && binds(table, key)) {
                    targets.add(key.target());
                }
            }
            waiting.put(table.name(), targets);
        }
        return waiting;
    }

    /** Whether every row must reference another one as soon as it is inserted. */
    private static boolean binds(Table table, Constraint.ForeignKey key) {
        if (key.deferrability() != Deferrability.NOT_DEFERRABLE) {
            return false;
        }
        for (String name : key.columns()) {
            if (table.column(name).filter(Column::nullable).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static void dropFree(Map<QualifiedName, Set<QualifiedName>> waiting) {
        Map<QualifiedName, Set<QualifiedName>> waiters = new HashMap<>();
        waiting.forEach((table, targets) -> targets.forEach(target ->
                waiters.computeIfAbsent(target, key -> new HashSet<>()).add(table)));
        Deque<QualifiedName> free = new ArrayDeque<>();
        waiters.keySet().stream().filter(target -> !waiting.containsKey(target)).forEach(free::add);
        waiting.forEach((table, targets) -> {
            if (targets.isEmpty()) {
                free.add(table);
            }
        });
        while (!free.isEmpty()) {
            QualifiedName gone = free.remove();
            waiting.remove(gone);
            for (QualifiedName waiter : waiters.getOrDefault(gone, Set.of())) {
                Set<QualifiedName> left = waiting.getOrDefault(waiter, Set.of());
                if (left.remove(gone) && left.isEmpty()) {
                    free.add(waiter);
                }
            }
        }
    }

    private static boolean reaches(
            Map<QualifiedName, Set<QualifiedName>> waiting, QualifiedName from, QualifiedName to) {
        Set<QualifiedName> seen = new HashSet<>();
        Deque<QualifiedName> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            QualifiedName table = next.remove();
            if (table.equals(to)) {
                return true;
            }
            if (seen.add(table)) {
                next.addAll(waiting.getOrDefault(table, Set.of()));
            }
        }
        return false;
    }
}
