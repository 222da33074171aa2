package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import java.util.List;

/** The columns of constraints and indexes. */
final class ConstraintColumns {

    private ConstraintColumns() {}

    /** The constrained columns; empty for a check. */
    static List<String> columns(Constraint constraint) {
        return constraint.match(new Constraint.Cases<>() {
            @Override
            public List<String> primaryKey(Constraint.PrimaryKey key) {
                return key.columns();
            }

            @Override
            public List<String> unique(Constraint.Unique unique) {
                return unique.columns();
            }

            @Override
            public List<String> check(Constraint.Check check) {
                return List.of();
            }

            @Override
            public List<String> foreignKey(Constraint.ForeignKey key) {
                return key.columns();
            }

            @Override
            public List<String> exclusion(Constraint.Exclusion exclusion) {
                return exclusion.elements().stream()
                        .flatMap(element -> element.key().column().stream())
                        .toList();
            }
        });
    }

    /** The indexed columns, without expressions. */
    static List<String> columns(Index index) {
        return index.keys().stream().flatMap(key -> key.column().stream()).toList();
    }
}
