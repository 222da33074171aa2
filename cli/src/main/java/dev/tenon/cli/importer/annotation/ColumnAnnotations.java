package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.annotation.Computed;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Identity;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the annotations of a column's field or component, except those of keys. */
final class ColumnAnnotations {

    private final JavaNaming naming;
    private final TypeAnnotations types;
    private final SerialColumns serials;

    ColumnAnnotations(Schema schema, JavaNaming naming) {
        this.naming = naming;
        this.types = new TypeAnnotations(schema, naming);
        this.serials = new SerialColumns(schema);
    }

    /** Returns the annotations of a column; a nullable one is declared in {@code @Column} if asked. */
    List<AnnotationSpec> of(Table table, Column column, String member, boolean declareNullable) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        Optional<AnnotationSpec> search = types.search(table, column);
        Optional<AnnotationSpec> special = search.or(() -> types.of(column.type()));
        AnnotationBuilder annotation = new AnnotationBuilder(dev.tenon.annotation.Column.class);
        annotation.text("name", naming.derives(member, column.name()) ? "" : column.name());
        if (special.isEmpty()) {
            type(column.type(), annotation);
        }
        attributesExceptType(annotation.flag("nullable", column.nullable() && declareNullable), column);
        if (annotation.isDeclared()) {
            annotations.add(annotation.build());
        }
        special.ifPresent(annotations::add);
        if (search.isEmpty()) {
            value(table, column).ifPresent(annotations::add);
        }
        return annotations;
    }

    /** Declares all attributes except name, type and nullability. */
    static AnnotationBuilder attributesExceptType(AnnotationBuilder annotation, Column column) {
        annotation.text("collation", column.collation().map(ColumnAnnotations::collation));
        column.storage().strategy().ifPresent(each -> annotation.constant("storage", each));
        column.storage().compression().ifPresent(each -> annotation.constant("compression", each));
        column.storage().statistics().ifPresent(each -> annotation.number("statistics", each));
        return annotation.text("comment", column.comment());
    }

    /** Returns the annotation for the default, identity or generation expression of the column. */
    Optional<AnnotationSpec> value(Table table, Column column) {
        return serials.sequence(table, column)
                .map(sequence -> sequenceOptions(
                                new AnnotationBuilder(Identity.class)
                                        .text("sequence", sequence.name().name()),
                                sequence.options())
                        .build())
                .or(() -> column.defaultValue().map(ColumnAnnotations::value));
    }

    private void type(ColumnType type, AnnotationBuilder annotation) {
        if (JavaType.derives(type, naming)) {
            return;
        }
        boolean sized = type instanceof ColumnType.Builtin builtin
                && builtin.name().equals("varchar")
                && builtin.modifiers().size() == 1;
        if (sized) {
            annotation.number(
                    "length",
                    Long.parseLong(((ColumnType.Builtin) type).modifiers().get(0)));
        } else {
            annotation.text("type", type.toString());
        }
    }

    private static String collation(QualifiedName name) {
        return name.schema().equals("pg_catalog") ? name.name() : name.toString();
    }

    private static AnnotationSpec value(ColumnDefault value) {
        return value.match(new ColumnDefault.Cases<>() {
            @Override
            public AnnotationSpec expression(ColumnDefault.Expression expression) {
                return new AnnotationBuilder(Default.class)
                        .text("value", expression.sql())
                        .build();
            }

            @Override
            public AnnotationSpec identity(ColumnDefault.Identity identity) {
                AnnotationBuilder annotation = new AnnotationBuilder(Identity.class).flag("always", identity.always());
                return sequenceOptions(annotation, identity.options()).build();
            }

            @Override
            public AnnotationSpec generated(ColumnDefault.Generated generated) {
                return new AnnotationBuilder(Computed.class)
                        .text("value", generated.sql())
                        .flag("virtual", generated.virtual())
                        .build();
            }
        });
    }

    /** Declares the options of a sequence. */
    static AnnotationBuilder sequenceOptions(AnnotationBuilder annotation, SequenceOptions options) {
        options.start().ifPresent(start -> annotation.number("start", start));
        options.min().ifPresent(min -> annotation.number("min", min));
        options.max().ifPresent(max -> annotation.number("max", max));
        return annotation
                .number("increment", options.increment())
                .number("cache", options.cache())
                .flag("cycle", options.cycle());
    }
}
