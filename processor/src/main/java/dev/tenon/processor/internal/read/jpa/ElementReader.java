package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.BasicAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.BasicMapping;
import dev.tenon.processor.internal.read.jpa.attribute.CollectionType;
import dev.tenon.processor.internal.read.jpa.attribute.DerivedIdentifiers;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.Overrides;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.PluralAttribute;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.EmbeddedProperty;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the values of an element collection: one column, or the columns of an embeddable. */
final class ElementReader {

    private final JpaContext jpa;
    private final AttributeWalker walker;
    private final TenonAnnotationsOnJpa tenon;

    ElementReader(JpaContext jpa, AttributeWalker walker) {
        this.jpa = jpa;
        this.walker = walker;
        this.tenon = new TenonAnnotationsOnJpa(jpa);
    }

    /** Reads the columns of one value. */
    void read(PluralAttribute plural, CollectionType collection, QualifiedName table, TableContribution into) {
        PersistentAttribute member = plural.member();
        TypeMirror type = member.marks()
                .one("ElementCollection")
                .flatMap(use -> use.type("targetClass"))
                .filter(named -> named.getKind() != TypeKind.VOID)
                .orElse(collection.element());
        Overrides own =
                plural.where().overrides().within(member.name()).over(Overrides.on(member.marks(), jpa.overrides()));
        if (type instanceof DeclaredType declared
                && jpa.lookup().of(declared.asElement()).has("Embeddable")
                && !tenon.declaresType(member)) {
            tenon.refuseOnEmbedded(new EmbeddedProperty(member.name(), member.element(), List.of()));
            Overrides inside = own.within("value").over(own);
            walker.walk(
                    jpa.entities().ofElements(declared, member, plural.where().entity()),
                    AttributeContext.in(plural.where().entity(), table, inside, false)
                            .inElement(),
                    DerivedIdentifiers.NONE,
                    into);
            return;
        }
        basic(member, type, own, table, into);
    }

    private void basic(
            PersistentAttribute member, TypeMirror type, Overrides own, QualifiedName table, TableContribution into) {
        Optional<AnnotationUse> column = own.find("AttributeOverride", "value", jpa.overrides())
                .flatMap(use -> jpa.inner(use, "column"))
                .or(() -> member.marks().one("Column"));
        Optional<AnnotationUse> convert = own.find("Convert", "value", jpa.overrides())
                .or(() -> member.marks().all("Convert").stream()
                        .filter(use -> use.optionalText("attributeName").isEmpty())
                        .findFirst());
        String name = jpa.naming()
                .physical(column.flatMap(use -> use.optionalText("name")).orElse(member.name()));
        ColumnExtras extras = new ColumnExtras(jpa);
        extras.refuseOtherTable(column, table);
        boolean said = tenon.declaresType(member);
        HibernateColumns hibernate = new HibernateColumns(jpa);
        hibernate.refuseTypes(member.marks(), column, said);
        Property property = new Property(member.name(), member.element(), type, name);
        BasicAttribute source = BasicAttribute.of(member, member.name(), type, convert, column);
        BasicMapping value = said
                ? tenon.stored(property, source, table.schema())
                : jpa.basics().read(source, table.schema());
        boolean notNull =
                value.notNull() || column.filter(use -> !use.flag("nullable")).isPresent();
        Optional<ColumnDefault> given = value.defaultValue()
                .<ColumnDefault>map(ColumnDefault.Expression::new)
                .or(() -> HibernateColumns.value(member.marks()));
        Optional<String> comment = extras.comment(column, member.marks());
        tenon.refuseTwice(property, given, comment);
        into.add(property);
        into.add(new MappedColumn(property, new ColumnBasis(value.type(), !notNull, given, comment), false, false));
        value.check()
                .ifPresent(check -> into.add(new TableContribution.Condition(
                        Optional.empty(), List.of(name), check.on(name), SourceLocation.of(member.element()))));
        column.ifPresent(use -> extras.constraints(use, name, into));
        hibernate.addTo(member.marks(), name, into);
    }
}
