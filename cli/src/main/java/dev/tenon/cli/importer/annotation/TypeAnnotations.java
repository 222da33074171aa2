package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.annotation.HalfVector;
import dev.tenon.annotation.Jsonb;
import dev.tenon.annotation.SparseVector;
import dev.tenon.annotation.TextSearch;
import dev.tenon.annotation.Vector;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the types that have annotations of their own, instead of {@code @Column(type = …)}. */
final class TypeAnnotations {

    private static final Map<String, Class<? extends Annotation>> VECTORS =
            Map.of("vector", Vector.class, "halfvec", HalfVector.class, "sparsevec", SparseVector.class);

    private final Optional<String> vectorSchema;
    private final JavaNaming naming;

    TypeAnnotations(Schema schema, JavaNaming naming) {
        this.vectorSchema = schema.extensions().stream()
                .filter(extension -> extension.name().equals(ExtensionObjects.VECTOR))
                .map(extension -> extension.schema())
                .findFirst();
        this.naming = naming;
    }

    /** Returns the annotation of the type; empty for a type without one. */
    Optional<AnnotationSpec> of(ColumnType type) {
        if (type.toString().equals("jsonb")) {
            return Optional.of(new AnnotationBuilder(Jsonb.class).build());
        }
        return type instanceof ColumnType.UserDefined used
                        && used.modifiers().size() == 1
                        && vectorSchema.filter(used.name().schema()::equals).isPresent()
                ? Optional.ofNullable(VECTORS.get(used.name().name()))
                        .map(annotation -> new AnnotationBuilder(annotation)
                                .number("value", Long.parseLong(used.modifiers().get(0)))
                                .build())
                : Optional.empty();
    }

    /** Returns {@code @TextSearch} if it would generate the column's expression. */
    Optional<AnnotationSpec> search(Table table, Column column) {
        if (!column.type().toString().equals("tsvector")) {
            return Optional.empty();
        }
        return column.defaultValue()
                .filter(ColumnDefault.Generated.class::isInstance)
                .map(ColumnDefault.Generated.class::cast)
                .filter(generated -> generated.equals(new ColumnDefault.Generated(generated.sql())))
                .flatMap(generated -> TextSearchExpression.read(table, generated.sql()))
                .map(expression -> annotation(table, expression));
    }

    private AnnotationSpec annotation(Table table, TextSearchExpression expression) {
        List<String> members = naming.members(table.name(), expression.columns());
        return new AnnotationBuilder(TextSearch.class)
                .texts("of", members)
                .text("config", expression.config())
                .build();
    }
}
