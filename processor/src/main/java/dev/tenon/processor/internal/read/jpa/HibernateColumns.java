package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.ColumnDefault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what annotations of Hibernate ORM say about a column besides its type. */
final class HibernateColumns {

    /** The annotations of attributes whose value is never null. */
    private static final List<String> NEVER_NULL =
            List.of("CreationTimestamp", "UpdateTimestamp", "CurrentTimestamp", "TenantId");

    private final JpaContext jpa;

    HibernateColumns(JpaContext jpa) {
        this.jpa = jpa;
    }

    /** Whether the column takes no nulls. */
    static boolean isRequired(JpaAnnotations marks) {
        // All of them are asked for, because an annotation that no one asks for is reported.
        return NEVER_NULL.stream()
                        .filter(name -> marks.hibernate(name).isPresent())
                        .count()
                > 0;
    }

    /** The default or the expression of the column. */
    static Optional<ColumnDefault> value(JpaAnnotations marks) {
        Optional<ColumnDefault> generated = marks.hibernate("GeneratedColumn")
                .flatMap(use -> use.optionalText("value"))
                .map(ColumnDefault.Generated::new);
        return generated.or(() -> marks.hibernate("ColumnDefault")
                .flatMap(use -> use.optionalText("value"))
                .map(ColumnDefault.Expression::new));
    }

    /** Adds the check constraints and the collation of a column. */
    void addTo(JpaAnnotations marks, String column, TableContribution into) {
        checks(marks, List.of(column), into);
        marks.hibernate("Collate")
                .flatMap(use -> use.optionalText("value"))
                .ifPresent(collation -> into.collate(column, collation));
    }

    /** Adds the conditions of {@code @Check}. */
    void checks(JpaAnnotations marks, List<String> columns, TableContribution into) {
        for (AnnotationUse use : marks.allOfHibernate("Check")) {
            jpa.context()
                    .required(use, "constraints")
                    .ifPresent(condition -> into.add(new TableContribution.Condition(
                            use.optionalText("name"), columns, condition, use.site("constraints"))));
        }
    }

    /**
     * Reports annotations that change the type of a column in a way that only running code knows, unless the type is
     * declared explicitly.
     */
    void refuseTypes(JpaAnnotations marks, Optional<AnnotationUse> column, boolean isDeclared) {
        boolean isDefined =
                column.flatMap(use -> use.optionalText("columnDefinition")).isPresent();
        Stream.of("JavaType", "JdbcType", "Struct", "Type")
                .flatMap(name -> marks.hibernate(name).stream())
                .filter(use -> !isDefined && !isDeclared)
                .forEach(use -> jpa.error(
                        DiagnosticCode.JPA_HIBERNATE,
                        use.site(),
                        "Hibernate's " + Annotations.written(use) + " changes the type of the column, but only running"
                                + " code knows the new type",
                        jpa.lookup().typeRemedy()));
    }
}
