package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.BasicAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.BasicMapping;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.Overrides;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.ValidationMarks;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an attribute with a single value as one column. */
final class SingleAttributeReader {

    private final JpaContext jpa;
    private final ColumnExtras extras;
    private final TenonAnnotationsOnJpa tenon;
    private final SecondaryTables secondary;
    private final HibernateColumns hibernate;

    SingleAttributeReader(JpaContext jpa, PrimaryKeys keys) {
        this.jpa = jpa;
        this.secondary = new SecondaryTables(jpa, keys);
        this.extras = new ColumnExtras(jpa);
        this.hibernate = new HibernateColumns(jpa);
        this.tenon = new TenonAnnotationsOnJpa(jpa);
    }

    /**
     * Reads the attribute.
     *
     * @param document the type of an embedded object that is stored as one document; empty for other values
     * @return the column
     */
    MappedColumn read(
            PersistentAttribute member, AttributeContext where, Optional<ColumnType> document, TableContribution all) {
        JpaAnnotations marks = member.marks();
        Overrides overrides = where.overrides();
        Optional<AnnotationUse> column = overrides
                .find("AttributeOverride", member.name(), jpa.overrides())
                .flatMap(use -> jpa.inner(use, "column"))
                .or(() -> marks.one("Column"));
        Optional<AnnotationUse> convert =
                overrides.find("Convert", member.name(), jpa.overrides()).or(() -> marks.one("Convert"));
        marks.hasAny("Column", "Version", "Basic", "Convert", "Converts");
        refuseGenerated(marks, where);
        boolean saidByTenon = tenon.declaresType(member);
        hibernate.refuseTypes(marks, column, saidByTenon || document.isPresent());
        String path = where.path() + member.name();
        String said = column.flatMap(use -> use.optionalText("name")).orElse(member.name());
        String name = where.container() == AttributeContext.Container.DOCUMENT
                ? jpa.naming().key(said)
                : jpa.naming().physical(said);
        Optional<SecondaryTable> other = secondary.of(column, where);
        TableContribution into = other.map(all::in).orElse(all);
        ValidationMarks validation = jpa.validation(member);
        BasicAttribute source =
                BasicAttribute.of(member, path, member.type(), convert, column).with(validation);
        Property property = new Property(path, member.element(), member.type(), name);
        String schema = where.table().schema();
        BasicMapping value;
        if (saidByTenon) {
            value = tenon.stored(property, source, schema);
        } else if (document.isPresent()
                && column.flatMap(use -> use.optionalText("columnDefinition")).isEmpty()) {
            value = BasicMapping.of(document);
        } else {
            value = jpa.basics().read(source, schema);
        }
        boolean required = where.key()
                || (!where.loose()
                        && (value.notNull()
                                || validation.isRequired()
                                || isRequired(member, column, where.isOptional() || document.isPresent())))
                || (other.isPresent() && (value.notNull() || isNotNull(column)));
        Optional<ColumnDefault> given = extras.identity(member, value.type())
                .or(() -> value.defaultValue().map(ColumnDefault.Expression::new))
                .or(() -> HibernateColumns.value(marks));
        Optional<String> comment = extras.comment(column, marks);
        tenon.refuseTwice(property, given, comment);
        MappedColumn mapped = new MappedColumn(
                        property,
                        new ColumnBasis(value.type(), !required, given, comment),
                        where.key(),
                        ColumnExtras.isReadOnly(column))
                .withCheck(value.check());
        into.add(property);
        into.add(mapped);
        new TimeZoneColumns(jpa).add(member, mapped, into);
        value.check()
                .ifPresent(check -> into.add(new TableContribution.Condition(
                        Optional.empty(),
                        List.of(name),
                        check.on(name),
                        Optional.of(property),
                        SourceLocation.of(member.element()))));
        column.ifPresent(use -> extras.constraints(use, name, into));
        hibernate.addTo(marks, name, into);
        ranges(validation, name, member, into);
        return mapped;
    }

    /** Adds the checks of the smallest and the largest value. */
    private static void ranges(
            ValidationMarks validation, String name, PersistentAttribute member, TableContribution into) {
        String quoted = Identifier.quote(name);
        Stream.of(
                        validation.smallest().map(least -> quoted + " >= " + least),
                        validation.largest().map(most -> quoted + " <= " + most))
                .flatMap(Optional::stream)
                .forEach(condition -> into.add(new TableContribution.Condition(
                        Optional.empty(), List.of(name), condition, SourceLocation.of(member.element()))));
    }

    private static boolean isNotNull(Optional<AnnotationUse> column) {
        return column.filter(use -> !use.flag("nullable")).isPresent();
    }

    /**
     * Reports {@code @GeneratedValue} outside the primary key: it has no effect there, and Hibernate ORM does not start
     * with it.
     */
    private void refuseGenerated(JpaAnnotations marks, AttributeContext where) {
        marks.one("GeneratedValue")
                .filter(use -> !where.key())
                .ifPresent(use -> jpa.lookup().misplaced(use, "it is no part of the primary key"));
    }

    /**
     * Whether the column is NOT NULL. A primitive requires a value, but the columns of a null embedded object are null.
     */
    private static boolean isRequired(PersistentAttribute member, Optional<AnnotationUse> column, boolean embedded) {
        boolean needed =
                member.marks().one("Basic").filter(use -> !use.flag("optional")).isPresent();
        boolean neverNull = HibernateColumns.isRequired(member.marks());
        boolean notNull = member.marks().has("Version") || isNotNull(column) || neverNull;
        boolean primitive = !embedded && member.type().getKind().isPrimitive() && !isNullable(column);
        return primitive || needed || notNull;
    }

    /** Whether the annotation says that the column takes nulls; its default does not say so. */
    private static boolean isNullable(Optional<AnnotationUse> column) {
        return column.filter(use -> use.given().contains("nullable") && use.flag("nullable"))
                .isPresent();
    }
}
