package dev.tenon.cli.importer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import dev.tenon.annotation.Label;
import dev.tenon.annotation.PgEnum;
import dev.tenon.cli.importer.annotation.AccessAnnotations;
import dev.tenon.cli.importer.annotation.AnnotationBuilder;
import dev.tenon.cli.importer.annotation.IndexAnnotations;
import dev.tenon.cli.importer.annotation.JavaName;
import dev.tenon.cli.importer.annotation.JavaNaming;
import dev.tenon.cli.importer.annotation.JavaType;
import dev.tenon.cli.importer.annotation.Member;
import dev.tenon.cli.importer.annotation.TenancyAnnotations;
import dev.tenon.schema.Column;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes an enum type as an enum, and a view as a record or class. */
final class TypeWriter {

    private final JavaNaming naming;
    private final EntityStyle style;
    private final Map<QualifiedName, List<Column>> viewColumns;
    private final IndexAnnotations indexes;

    TypeWriter(Schema schema, JavaNaming naming, EntityStyle style, Map<QualifiedName, List<Column>> viewColumns) {
        this.naming = naming;
        this.style = style;
        this.viewColumns = viewColumns;
        this.indexes = new IndexAnnotations(schema, naming);
    }

    TypeSpec write(EnumType type) {
        ClassName name = naming.enumType(type.name()).orElseThrow();
        boolean derived = naming.derives(name.simpleName(), type.name().name());
        TypeSpec.Builder written = TypeSpec.enumBuilder(name.simpleName()).addModifiers(Modifier.PUBLIC);
        // Always names the schema: an enum that no package declares would get the schema of its column.
        written.addAnnotation(new AnnotationBuilder(PgEnum.class)
                .text("name", derived ? "" : type.name().name())
                .text("schema", type.name().schema())
                .text("comment", type.comment())
                .build());
        JavaName constants = new JavaName();
        for (String label : type.labels()) {
            if (label.isBlank()) {
                continue;
            }
            // Jakarta Persistence stores a constant by its name.
            String constant = style == EntityStyle.JPA ? constants.verbatim(label) : constants.constant(label);
            TypeSpec.Builder body = TypeSpec.anonymousClassBuilder("");
            if (!constant.toLowerCase(Locale.ROOT).equals(label)) {
                body.addAnnotation(
                        new AnnotationBuilder(Label.class).text("value", label).build());
            }
            written.addEnumConstant(constant, body.build());
        }
        return written.build();
    }

    TypeSpec write(View view) {
        ClassName name = naming.view(view.name());
        boolean derived = naming.derives(name.simpleName(), view.name().name());
        AnnotationBuilder annotation = new AnnotationBuilder(dev.tenon.annotation.View.class)
                .sql("sql", view.sql())
                .text("name", derived ? "" : view.name().name())
                .text("comment", view.comment());
        List<AnnotationSpec> annotations = new ArrayList<>();
        List<Member> members = members(view);
        ClassShape shape =
                (style == EntityStyle.RECORD ? ClassShape.RECORD : ClassShape.FINAL_FIELDS).forAsMany(members);
        view.form().match(new ViewKind.Cases<AnnotationBuilder>() {
            @Override
            public AnnotationBuilder regular(ViewKind.Regular form) {
                return annotation
                        .flag("securityInvoker", form.securityInvoker())
                        .flag("securityBarrier", form.securityBarrier())
                        .constant("checkOption", form.checkOption());
            }

            @Override
            public AnnotationBuilder materialized(ViewKind.Materialized form) {
                form.indexes().forEach(index -> annotations.add(indexes.index(view.name(), index)));
                return annotation.flag("materialized", true);
            }
        });
        TypeSpec.Builder type =
                shape.begin(name).addAnnotation(annotation.build()).addAnnotations(annotations);
        view.shared().ifPresent(reason -> type.addAnnotation(TenancyAnnotations.shared(reason)));
        view.grants().forEach(grant -> type.addAnnotation(AccessAnnotations.grant(grant)));
        shape.write(members, type);
        return type.build();
    }

    /**
     * Returns the columns in the order of the view; each is nullable, because PostgreSQL does not track nullability of
     * views.
     */
    private List<Member> members(View view) {
        List<Member> members = new ArrayList<>();
        JavaName names = new JavaName();
        for (Column column : viewColumns.getOrDefault(view.name(), List.of())) {
            String member = names.member(column.name());
            AnnotationBuilder annotation = new AnnotationBuilder(dev.tenon.annotation.Column.class)
                    .text("name", naming.derives(member, column.name()) ? "" : column.name())
                    .text("comment", column.comment());
            members.add(new Member(
                    member,
                    JavaType.of(column.type(), true, naming),
                    annotation.isDeclared() ? List.of(annotation.build()) : List.of()));
        }
        return members;
    }
}
