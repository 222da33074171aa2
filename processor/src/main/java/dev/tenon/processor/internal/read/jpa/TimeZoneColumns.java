package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.schema.ColumnType;
import java.util.Optional;
import java.util.Set;

/** Adds the column with the offset of a time, if Hibernate's {@code @TimeZoneStorage} stores it beside the time. */
final class TimeZoneColumns {

    /** PostgreSQL has no type that keeps an offset, so that AUTO means COLUMN. */
    private static final Set<String> BESIDE = Set.of("COLUMN", "AUTO");

    private static final Set<String> TYPES =
            Set.of("java.time.OffsetDateTime", "java.time.ZonedDateTime", "java.time.OffsetTime");

    private final JpaContext jpa;

    TimeZoneColumns(JpaContext jpa) {
        this.jpa = jpa;
    }

    /** Adds the column beside that of the attribute. */
    void add(PersistentAttribute member, MappedColumn beside, TableContribution into) {
        Optional<AnnotationUse> said = member.marks().hibernate("TimeZoneColumn");
        boolean isBeside = member.marks()
                .hibernate("TimeZoneStorage")
                .filter(use -> BESIDE.contains(use.constant("value")))
                .isPresent();
        String type = member.type().toString().replaceAll("@\\S+ ", "");
        if (!isBeside || !TYPES.contains(type)) {
            return;
        }
        String name = said.flatMap(use -> use.optionalText("name"))
                .map(jpa.naming()::physical)
                .orElseGet(() -> jpa.naming().physical(beside.column() + "_tz"));
        ColumnType stored = said.flatMap(use -> use.optionalText("columnDefinition"))
                .flatMap(jpa.readers().types()::named)
                .orElseGet(() -> ColumnType.builtin("integer"));
        Property property = new Property(beside.property().path(), member.element(), member.type(), name);
        Optional<String> comment = said.flatMap(use -> use.optionalText("comment"));
        into.add(new MappedColumn(
                        property,
                        new ColumnBasis(Optional.of(stored), beside.basis().nullable(), Optional.empty(), comment),
                        beside.key(),
                        beside.readOnly())
                .asBeside());
    }
}
