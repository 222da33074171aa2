package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.annotation.Id;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DeclaredTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Uses Tenon's own annotations. */
final class TenonDialect implements EntityDialect {

    private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private final JavaNaming naming;
    private final NullabilityStyle nullability;
    private final ColumnAnnotations columns;

    /**
     * Creates a dialect.
     *
     * @param columns writes the annotations of columns
     */
    TenonDialect(JavaNaming naming, NullabilityStyle nullability, ColumnAnnotations columns) {
        this.naming = naming;
        this.nullability = nullability;
        this.columns = columns;
    }

    @Override
    public void head(DeclaredTable declared, TypeSpec.Builder type) {
        Table table = declared.table();
        ClassName name = naming.table(table.name());
        boolean derived = naming.derives(name.simpleName(), table.name().name());
        type.addAnnotation(attributesExceptName(
                        new AnnotationBuilder(dev.tenon.annotation.Table.class)
                                .text("name", derived ? "" : table.name().name()),
                        table)
                .text("keyless", table.primaryKey().isPresent() ? "" : "the imported table has no primary key")
                .build());
    }

    /** Declares all attributes except name and key. */
    static AnnotationBuilder attributesExceptName(AnnotationBuilder annotation, Table table) {
        annotation
                .text("comment", table.comment())
                .with(table.storage().with())
                .flag("unlogged", table.storage().unlogged());
        RowSecurity ofPolicies = table.policies().isEmpty() ? RowSecurity.DISABLED : RowSecurity.FORCED;
        return table.rowSecurity() == ofPolicies ? annotation : annotation.constant("rowSecurity", table.rowSecurity());
    }

    @Override
    public boolean declares(DeclaredTable declared, Constraint constraint) {
        return false;
    }

    @Override
    public boolean declares(DeclaredTable declared, Index index) {
        return false;
    }

    @Override
    public Member member(Table table, Column column, List<AnnotationSpec> references) {
        String member = naming.member(table.name(), column.name());
        List<AnnotationSpec> annotations = new ArrayList<>();
        if (table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent()) {
            annotations.add(new AnnotationBuilder(Id.class).build());
        }
        annotations.addAll(columns.of(table, column, member, nullability == NullabilityStyle.COLUMN));
        annotations.addAll(references);
        TypeName type = JavaType.of(column.type(), column.nullable(), naming);
        return new Member(member, column.nullable() ? nullable(type) : type, annotations);
    }

    private TypeName nullable(TypeName type) {
        return switch (nullability) {
            case OPTIONAL -> ParameterizedTypeName.get(ClassName.get(Optional.class), type);
            case JSPECIFY -> type.annotated(AnnotationSpec.builder(NULLABLE).build());
            case COLUMN -> type;
        };
    }
}
