package dev.tenon.runtime.cli.entities;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Constraints as annotations on the type, foreign keys on the members that refer. */
final class ConstraintWords {

    private final Schema schema;
    private final Naming naming;
    private final Leftovers leftovers;
    private final IndexWords indexes;

    ConstraintWords(Schema schema, Naming naming, Leftovers leftovers) {
        this.schema = schema;
        this.naming = naming;
        this.leftovers = leftovers;
        this.indexes = new IndexWords(naming);
    }

    /** Returns what the type carries, and adds to the references what members carry, by their columns. */
    Optional<AnnotationSpec> write(Table table, Constraint constraint, Map<String, List<AnnotationSpec>> references) {
        leftovers.unvalidated(table, constraint);
        return constraint.match(new Constraint.Cases<>() {
            @Override
            public Optional<AnnotationSpec> primaryKey(Constraint.PrimaryKey key) {
                return Optional.empty();
            }

            @Override
            public Optional<AnnotationSpec> unique(Constraint.Unique unique) {
                return Optional.of(new Words("Unique")
                        .texts("columns", naming.members(table.name(), unique.columns()))
                        .text("name", unique.name())
                        .flag("nullsNotDistinct", unique.nullsNotDistinct(), false)
                        .texts(
                                "include",
                                naming.members(table.name(), unique.index().include()))
                        .with(unique.index().with())
                        .constant("deferrable", "Deferrability", unique.deferrability(), "NOT_DEFERRABLE")
                        .build());
            }

            @Override
            public Optional<AnnotationSpec> check(Constraint.Check check) {
                return Optional.of(new Words("Check")
                        .text("value", check.expression())
                        .text("name", check.name())
                        .build());
            }

            @Override
            public Optional<AnnotationSpec> foreignKey(Constraint.ForeignKey key) {
                if (expressible(table, key, references)) {
                    key.columns()
                            .forEach(column -> references
                                    .computeIfAbsent(column, each -> new ArrayList<>())
                                    .add(reference(table, key)));
                } else {
                    leftovers.constraint(table, key);
                }
                return Optional.empty();
            }

            @Override
            public Optional<AnnotationSpec> exclusion(Constraint.Exclusion exclusion) {
                return Optional.of(indexes.exclusion(table.name(), exclusion));
            }
        });
    }

    /** A member has one reference, to a whole primary key, in the order of both tables' columns. */
    private boolean expressible(Table table, Constraint.ForeignKey key, Map<String, List<AnnotationSpec>> references) {
        List<String> inOrder = table.columns().stream()
                .map(column -> column.name())
                .filter(key.columns()::contains)
                .toList();
        return inOrder.equals(key.columns())
                && key.columns().stream().noneMatch(references::containsKey)
                && schema.table(key.target())
                        .filter(target -> Leftovers.keyInOrder(target).equals(key.targetColumns()))
                        .isPresent();
    }

    private AnnotationSpec reference(Table table, Constraint.ForeignKey key) {
        return new Words("References")
                .type("value", naming.table(key.target()))
                .constant("onDelete", "ForeignKeyAction", key.onDelete(), "CASCADE")
                .texts("onDeleteColumns", naming.members(table.name(), key.onDeleteColumns()))
                .constant("onUpdate", "ForeignKeyAction", key.onUpdate(), "NO_ACTION")
                .constant("match", "ForeignKeyMatch", key.match(), "SIMPLE")
                .constant("deferrable", "Deferrability", key.deferrability(), "NOT_DEFERRABLE")
                .text("name", key.name())
                .flag("index", false, true)
                .build();
    }
}
