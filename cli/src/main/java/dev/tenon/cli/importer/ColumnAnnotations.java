package dev.tenon.cli.importer;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is written on a column's field or component, its keys apart. */
final class ColumnAnnotations {

    private final JavaNaming naming;

    ColumnAnnotations(JavaNaming naming) {
        this.naming = naming;
    }

    List<AnnotationSpec> of(Column column, String member) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        AnnotationBuilder words = new AnnotationBuilder("Column");
        words.text("name", JavaName.says(member, column.name()) ? "" : column.name());
        type(column.type(), words);
        attributesExceptType(words.flag("nullable", column.nullable(), false), column);
        if (words.isDeclared()) {
            annotations.add(words.build());
        }
        value(column).ifPresent(annotations::add);
        return annotations;
    }

    /** Says what is beside name, type and nulls. */
    static AnnotationBuilder attributesExceptType(AnnotationBuilder words, Column column) {
        words.text("collation", column.collation().map(ColumnAnnotations::collation));
        column.storage().strategy().ifPresent(each -> words.constant("storage", "Storage", each, ""));
        column.storage().compression().ifPresent(each -> words.constant("compression", "Compression", each, ""));
        column.storage().statistics().ifPresent(each -> words.number("statistics", each, -1));
        return words.text("comment", column.comment());
    }

    /** What gives the column its value where an insert does not. */
    Optional<AnnotationSpec> value(Column column) {
        return column.defaultValue().map(ColumnAnnotations::value);
    }

    private void type(ColumnType type, AnnotationBuilder words) {
        if (JavaType.says(type, naming)) {
            return;
        }
        boolean sized = type instanceof ColumnType.Builtin builtin
                && builtin.name().equals("varchar")
                && builtin.modifiers().size() == 1;
        if (sized) {
            words.number(
                    "length",
                    Long.parseLong(((ColumnType.Builtin) type).modifiers().get(0)),
                    0);
        } else {
            words.text("type", type.toString());
        }
    }

    private static String collation(QualifiedName name) {
        return name.schema().equals("pg_catalog") ? name.name() : name.toString();
    }

    private static AnnotationSpec value(ColumnDefault value) {
        return value.match(new ColumnDefault.Cases<>() {
            @Override
            public AnnotationSpec expression(ColumnDefault.Expression expression) {
                return new AnnotationBuilder("Default")
                        .text("value", expression.sql())
                        .build();
            }

            @Override
            public AnnotationSpec identity(ColumnDefault.Identity identity) {
                AnnotationBuilder words = new AnnotationBuilder("Identity").flag("always", identity.always(), true);
                return counting(words, identity.options()).build();
            }

            @Override
            public AnnotationSpec generated(ColumnDefault.Generated generated) {
                return new AnnotationBuilder("Computed")
                        .text("value", generated.sql())
                        .build();
            }
        });
    }

    /** Says how something counts. */
    static AnnotationBuilder counting(AnnotationBuilder words, SequenceOptions options) {
        options.start().ifPresent(start -> words.number("start", start, Long.MIN_VALUE));
        options.min().ifPresent(min -> words.number("min", min, Long.MIN_VALUE));
        options.max().ifPresent(max -> words.number("max", max, Long.MAX_VALUE));
        return words.number("increment", options.increment(), 1)
                .number("cache", options.cache(), 1)
                .flag("cycle", options.cycle(), false);
    }
}
