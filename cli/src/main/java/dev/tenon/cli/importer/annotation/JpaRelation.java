package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.ForeignKeyMatch;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.ForeignKeyIndexes;
import java.util.List;

/** Writes a foreign key column as a relation to the referenced entity. */
final class JpaRelation {

    private JpaRelation() {}

    /** Whether the annotations of Jakarta Persistence declare the whole reference, so that Tenon's are not needed. */
    static boolean declares(Table table, Constraint.ForeignKey key) {
        return key.onDelete() == ForeignKeyAction.NO_ACTION
                && key.onUpdate() == ForeignKeyAction.NO_ACTION
                && key.match() == ForeignKeyMatch.SIMPLE
                && key.deferrability() == Deferrability.NOT_DEFERRABLE
                && key.validated()
                && ForeignKeyIndexes.served(table, key.columns());
    }

    static List<AnnotationSpec> of(Table table, Column column, Constraint.ForeignKey key) {
        AnnotationBuilder constraint = AnnotationBuilder.jpa("ForeignKey");
        if (declares(table, key)) {
            constraint.text("name", key.name());
        } else {
            constraint.constant("value", "ConstraintMode", "NO_CONSTRAINT");
        }
        return List.of(
                AnnotationBuilder.jpa("ManyToOne")
                        .constant("fetch", "FetchType", "LAZY")
                        .flag("optional", column.nullable(), true)
                        .build(),
                AnnotationBuilder.jpa("JoinColumn")
                        .text("name", JpaTable.quoted(column.name()))
                        .flag("nullable", column.nullable(), true)
                        .annotation("foreignKey", constraint)
                        .build());
    }
}
