package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;

/** Adds the column in which Hibernate's {@code @SoftDelete} marks the rows that count as deleted. */
final class SoftDeletes {

    private static final int MICROSECONDS = 6;

    private final JpaContext jpa;
    private final TableBuilder builder;

    SoftDeletes(JpaContext jpa, TableBuilder builder) {
        this.jpa = jpa;
        this.builder = builder;
    }

    /** Adds the column to a table, if the annotation is there. */
    void add(JpaAnnotations marks, TableDraft table) {
        marks.hibernate("SoftDelete").ifPresent(use -> add(use, table));
    }

    private void add(AnnotationUse use, TableDraft table) {
        String strategy = use.constant("strategy");
        String derived = strategy.equals("ACTIVE") ? "active" : "deleted";
        String name = jpa.naming().physical(use.optionalText("columnName").orElse(derived));
        boolean isMoment = strategy.equals("TIMESTAMP");
        SourceLocation site = use.site();
        Optional<ColumnType> converted =
                isMoment ? Optional.empty() : jpa.basics().converted(use);
        ColumnType type = isMoment
                ? ColumnType.builtin("timestamptz", MICROSECONDS)
                : converted.orElseGet(() -> ColumnType.builtin("boolean"));
        if (table.column(name).isEmpty()) {
            table.add(Column.of(name, type).withNullable(isMoment).withComment(use.optionalText("comment")), site);
        }
        values(use)
                .ifPresent(list -> builder.check(
                        table,
                        new TableContribution.Condition(
                                Optional.empty(), List.of(name), Identifier.quote(name) + " IN (" + list + ")", site)));
    }

    /** The two values of Hibernate's own converters, which it checks. */
    private static Optional<String> values(AnnotationUse use) {
        String converter = use.type("converter").map(Object::toString).orElse("");
        return switch (converter) {
            case "org.hibernate.type.YesNoConverter" -> Optional.of("'N', 'Y'");
            case "org.hibernate.type.TrueFalseConverter" -> Optional.of("'F', 'T'");
            case "org.hibernate.type.NumericBooleanConverter" -> Optional.of("0, 1");
            default -> Optional.empty();
        };
    }
}
