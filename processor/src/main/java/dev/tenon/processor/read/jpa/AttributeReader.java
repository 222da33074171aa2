package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.ColumnBasis;
import dev.tenon.processor.read.Property;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import java.util.List;
import java.util.Optional;

/** An attribute with a single value as one column. */
final class AttributeReader {

    private final Workbench bench;
    private final ColumnExtras extras;
    private final TenonBeside tenon;

    AttributeReader(Workbench bench) {
        this.bench = bench;
        this.extras = new ColumnExtras(bench);
        this.tenon = new TenonBeside(bench);
    }

    /**
     * Reads the attribute.
     *
     * @param document the type of an embedded object that is stored as one document; nothing for other values
     * @return the column
     */
    Mapped read(Member member, Where where, Optional<ColumnType> document, Fragment into) {
        Marks marks = member.marks();
        Overrides overrides = where.overrides();
        Optional<AnnotationUse> column = overrides
                .find("AttributeOverride", member.name(), bench.overrides())
                .flatMap(use -> bench.inner(use, "column"))
                .or(() -> marks.one("Column"));
        Optional<AnnotationUse> convert =
                overrides.find("Convert", member.name(), bench.overrides()).or(() -> marks.one("Convert"));
        marks.hasAny("Column", "Version", "Basic", "Convert", "Converts");
        refuseGenerated(marks, where);
        boolean saidByTenon = tenon.saysType(member);
        extras.refuseTypes(marks, column, saidByTenon || document.isPresent());
        String path = where.path() + member.name();
        String said = column.flatMap(use -> use.optionalText("name")).orElse(member.name());
        String name = where.inside() == Where.Inside.DOCUMENT
                ? bench.naming().key(said)
                : bench.naming().physical(said);
        extras.refuseOtherTable(column, where.table());
        Source source = Source.of(member, path, member.type(), convert, column);
        Property property = new Property(path, member.element(), member.type(), name);
        String schema = where.table().schema();
        StoredValue value;
        if (saidByTenon) {
            value = tenon.stored(property, source, schema);
        } else if (document.isPresent()
                && column.flatMap(use -> use.optionalText("columnDefinition")).isEmpty()) {
            value = StoredValue.of(document);
        } else {
            value = bench.basics().read(source, schema);
        }
        boolean required = where.key()
                || (!where.loose()
                        && (value.notNull() || isRequired(member, column, where.isOptional() || document.isPresent())));
        Optional<ColumnDefault> given = extras.identity(member, value.type())
                .or(() -> value.defaultValue().map(ColumnDefault.Expression::new))
                .or(() -> extras.columnDefault(marks));
        Optional<String> comment = extras.comment(column, marks);
        tenon.refuseTwice(property, given, comment);
        Mapped mapped = new Mapped(
                        property,
                        new ColumnBasis(value.type(), !required, given, comment),
                        where.key(),
                        ColumnExtras.isReadOnly(column))
                .withCheck(value.check());
        into.add(property);
        into.add(mapped);
        value.check()
                .ifPresent(check -> into.add(new Fragment.Condition(
                        Optional.empty(), List.of(name), check.on(name), Site.of(member.element()))));
        column.ifPresent(use -> extras.constraints(use, name, into));
        return mapped;
    }

    /** What numbers rows of an entity has no effect elsewhere, and Hibernate ORM does not start with it. */
    private void refuseGenerated(Marks marks, Where where) {
        marks.one("GeneratedValue")
                .filter(use -> !where.key())
                .ifPresent(use -> bench.lookup().misplaced(use, "it is no part of the primary key"));
    }

    /** A primitive takes no null; but where an embedded object is null, so are all of its columns. */
    private static boolean isRequired(Member member, Optional<AnnotationUse> column, boolean embedded) {
        boolean needed =
                member.marks().one("Basic").filter(use -> !use.flag("optional")).isPresent();
        boolean notNull = member.marks().has("Version")
                || column.filter(use -> !use.flag("nullable")).isPresent();
        return (!embedded && member.type().getKind().isPrimitive()) || needed || notNull;
    }
}
