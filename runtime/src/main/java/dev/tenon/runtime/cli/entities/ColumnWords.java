package dev.tenon.runtime.cli.entities;

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
final class ColumnWords {

    private final Naming naming;

    ColumnWords(Naming naming) {
        this.naming = naming;
    }

    List<AnnotationSpec> of(Column column, String member) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        Words words = new Words("Column");
        words.text("name", JavaName.says(member, column.name()) ? "" : column.name());
        type(column.type(), words);
        beyondType(words.flag("nullable", column.nullable(), false), column);
        if (words.isSaid()) {
            annotations.add(words.build());
        }
        value(column).ifPresent(annotations::add);
        return annotations;
    }

    /** Says what is beside name, type and nulls. */
    static Words beyondType(Words words, Column column) {
        words.text("collation", column.collation().map(ColumnWords::collation));
        column.storage().strategy().ifPresent(each -> words.constant("storage", "Storage", each, ""));
        column.storage().compression().ifPresent(each -> words.constant("compression", "Compression", each, ""));
        column.storage().statistics().ifPresent(each -> words.number("statistics", each, -1));
        return words.text("comment", column.comment());
    }

    /** What gives the column its value where an insert does not. */
    Optional<AnnotationSpec> value(Column column) {
        return column.defaultValue().map(ColumnWords::value);
    }

    private void type(ColumnType type, Words words) {
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
                return new Words("Default").text("value", expression.sql()).build();
            }

            @Override
            public AnnotationSpec identity(ColumnDefault.Identity identity) {
                Words words = new Words("Identity").flag("always", identity.always(), true);
                return counting(words, identity.options()).build();
            }

            @Override
            public AnnotationSpec generated(ColumnDefault.Generated generated) {
                return new Words("Computed").text("value", generated.sql()).build();
            }
        });
    }

    /** Says how something counts. */
    static Words counting(Words words, SequenceOptions options) {
        options.start().ifPresent(start -> words.number("start", start, Long.MIN_VALUE));
        options.min().ifPresent(min -> words.number("min", min, Long.MIN_VALUE));
        options.max().ifPresent(max -> words.number("max", max, Long.MAX_VALUE));
        return words.number("increment", options.increment(), 1)
                .number("cache", options.cache(), 1)
                .flag("cycle", options.cycle(), false);
    }
}
