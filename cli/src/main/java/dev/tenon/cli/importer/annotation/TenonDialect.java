package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.annotation.Id;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Uses Tenon's own annotations. */
public final class TenonDialect implements EntityDialect {

    private final JavaNaming naming;
    private final ColumnAnnotations columns;

    public TenonDialect(JavaNaming naming) {
        this.naming = naming;
        this.columns = new ColumnAnnotations(naming);
    }

    @Override
    public void head(Table table, TypeSpec.Builder type) {
        ClassName name = naming.table(table.name());
        boolean derived = JavaName.derives(name.simpleName(), table.name().name());
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
    public boolean declares(Table table, Constraint constraint) {
        return false;
    }

    @Override
    public boolean declares(Index index) {
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
        annotations.addAll(columns.of(column, member));
        annotations.addAll(references);
        return new Member(member, JavaType.of(column.type(), column.nullable(), naming), annotations);
    }
}
