package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.BasicAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.EmbeddedProperty;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.ColumnType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * Reads Hibernate's {@code @Any}: a relationship to entities of several classes, in a column that says the class, and
 * columns with the key, which no foreign key can check.
 */
final class AnyReader {

    private static final int DEFAULT_LENGTH = 255;

    private final JpaContext jpa;
    private final ColumnExtras extras;

    AnyReader(JpaContext jpa) {
        this.jpa = jpa;
        this.extras = new ColumnExtras(jpa);
    }

    /** Adds the columns of the relationship. */
    void read(PersistentAttribute member, AttributeContext where, TableContribution into) {
        JpaAnnotations marks = member.marks();
        AnnotationUse any = marks.hibernate("Any").orElseThrow();
        marks.allOfHibernate("AnyDiscriminatorValue");
        Optional<TypeMirror> key = marks.hibernate("AnyKeyJavaClass").flatMap(use -> use.type("value"));
        List<AnnotationUse> joins = marks.all("JoinColumn");
        if (key.isEmpty() || joins.size() != 1) {
            jpa.error(
                    DiagnosticCode.JPA_JOIN,
                    any.site(),
                    "@Any needs one @JoinColumn for the key, and the class of the key",
                    "add @JoinColumn(name = \"…\") and @AnyKeyJavaClass(Long.class)");
            return;
        }
        boolean required = !any.flag("optional") && !where.loose();
        Optional<AnnotationUse> column = marks.one("Column");
        String path = where.path() + member.name();
        String kind = column.flatMap(use -> use.optionalText("name"))
                .map(jpa.naming()::physical)
                .orElseGet(() -> jpa.naming().physical(member.name()));
        MappedColumn discriminator = add(member, path, kind, kind(marks, column), false, column, into);
        Optional<AnnotationUse> join = Optional.of(joins.get(0));
        String name = jpa.naming().physical(joins.get(0).optionalText("name").orElse(member.name() + "_id"));
        BasicAttribute source = BasicAttribute.of(member, path, key.get(), Optional.empty(), join)
                .untyped();
        Optional<ColumnType> type =
                jpa.basics().read(source, where.table().schema()).type();
        MappedColumn reference = add(member, path, name, type, required, join, into);
        into.add(new EmbeddedProperty(path, member.element(), List.of(discriminator.column(), reference.column())));
    }

    private static Optional<ColumnType> kind(JpaAnnotations marks, Optional<AnnotationUse> column) {
        String said = marks.hibernate("AnyDiscriminator")
                .map(use -> use.constant("value"))
                .orElse("STRING");
        int length = column.filter(use -> use.values().containsKey("length"))
                .map(use -> use.number("length"))
                .orElse(DEFAULT_LENGTH);
        return Optional.of(
                switch (said) {
                    case "CHAR" -> ColumnType.builtin("char", 1);
                    case "INTEGER" -> ColumnType.builtin("integer");
                    default -> ColumnType.builtin("varchar", length);
                });
    }

    private MappedColumn add(
            PersistentAttribute member,
            String path,
            String name,
            Optional<ColumnType> type,
            boolean required,
            Optional<AnnotationUse> said,
            TableContribution into) {
        boolean notNull = required || said.filter(use -> !use.flag("nullable")).isPresent();
        Property property = new Property(path, member.element(), member.type(), name);
        MappedColumn column = new MappedColumn(
                        property,
                        new ColumnBasis(
                                type, !notNull, Optional.empty(), said.flatMap(use -> use.optionalText("comment"))),
                        false,
                        ColumnExtras.isReadOnly(said))
                .asBeside();
        into.add(column);
        said.ifPresent(use -> extras.constraints(use, name, into));
        return column;
    }
}
