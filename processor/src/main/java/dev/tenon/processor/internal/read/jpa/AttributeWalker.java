package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.DerivedIdentifiers;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.Overrides;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.PluralAttribute;
import dev.tenon.processor.internal.read.structure.EmbeddedProperty;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Walks over attributes, including embedded ones, and collects their parts of the table. */
final class AttributeWalker {

    private final JpaContext jpa;
    private final ToOneReader toOnes;
    private final TenonAnnotationsOnJpa tenon;
    private final HibernateColumns hibernate;
    private final SingleAttributeReader attributes;
    private final DocumentReader documents;
    private final Deque<TypeElement> within = new ArrayDeque<>();

    AttributeWalker(JpaContext jpa, PrimaryKeys keys) {
        this.jpa = jpa;
        this.toOnes = new ToOneReader(jpa, keys);
        this.tenon = new TenonAnnotationsOnJpa(jpa);
        this.hibernate = new HibernateColumns(jpa);
        this.attributes = new SingleAttributeReader(jpa, keys);
        this.documents = new DocumentReader(jpa, keys);
    }

    /** Reads the attributes of an entity into the fragment. */
    void walk(
            List<PersistentAttribute> members,
            AttributeContext where,
            DerivedIdentifiers derived,
            TableContribution into) {
        for (PersistentAttribute member : members) {
            if (derived.isTakenOver(where, member)) {
                // The relationship says what the column is.
                member.marks().hasAny("Column", "Basic", "Convert", "Enumerated", "Temporal", "GeneratedValue");
                toOnes.read(
                        derived.by(where, member),
                        AttributeContext.in(where.entity(), where.table(), Overrides.NONE, false)
                                .asKey(),
                        into);
            } else if (!derived.takesOver(member)) {
                read(member, where, derived, into);
            }
        }
    }

    private void read(
            PersistentAttribute member, AttributeContext where, DerivedIdentifiers derived, TableContribution into) {
        JpaAnnotations marks = member.marks();
        tenon.refuse(member);
        marks.has("Basic");
        AttributeContext here = marks.hasAny("Id", "EmbeddedId") ? where.asKey() : where;
        int before = into.mapped().size();
        if (marks.hasAny("OneToMany", "ManyToMany", "ElementCollection")) {
            into.add(new PluralAttribute(member, here));
        } else if (marks.hasAny("ManyToOne", "OneToOne")) {
            toOnes.read(member, here, into);
        } else if (marks.hibernate("Any").isPresent()) {
            new AnyReader(jpa).read(member, here, into);
        } else if (isEmbedded(member)) {
            embedded(member, (DeclaredType) member.type(), here, derived, into);
        } else {
            attributes.read(member, here, Optional.empty(), into);
        }
        Optional<AnnotationUse> natural = marks.hibernate("NaturalId");
        natural.ifPresent(use -> into.natural(
                into.mapped().subList(before, into.mapped().size()).stream()
                        .map(MappedColumn::column)
                        .toList(),
                use.site()));
    }

    private void embedded(
            PersistentAttribute member,
            DeclaredType type,
            AttributeContext where,
            DerivedIdentifiers derived,
            TableContribution into) {
        if (DocumentReader.isDocument(member)) {
            TableContribution inside = new TableContribution();
            embed(member, type, where.inDocument(), DerivedIdentifiers.NONE, inside);
            documents.read(member, where, inside, into);
        } else if (tenon.declaresType(member)) {
            tenon.refuseType(member);
            attributes.read(member, where, Optional.empty(), into);
        } else {
            hibernate.refuseTypes(member.marks(), Optional.empty(), false);
            hibernate.refuseTypes(jpa.lookup().of(type.asElement()), Optional.empty(), false);
            tenon.refuseOnEmbedded(new EmbeddedProperty(where.path() + member.name(), member.element(), List.of()));
            embed(member, type, where, derived, into);
        }
    }

    private boolean isEmbedded(PersistentAttribute member) {
        return member.type() instanceof DeclaredType type
                && (member.marks().hasAny("Embedded", "EmbeddedId")
                        || jpa.lookup().of(type.asElement()).has("Embeddable"));
    }

    /** Reads the columns of an embedded value. */
    void embed(
            PersistentAttribute member,
            DeclaredType type,
            AttributeContext where,
            DerivedIdentifiers derived,
            TableContribution into) {
        TypeElement element = (TypeElement) type.asElement();
        if (within.contains(element)) {
            jpa.error(
                    DiagnosticCode.EMBEDDED,
                    SourceLocation.of(member.element()),
                    element.getSimpleName() + " embeds itself",
                    "break the cycle");
            return;
        }
        int before = into.mapped().size();
        within.push(element);
        AttributeContext inside = where.within(member, Overrides.on(member.marks(), jpa.overrides()));
        walk(jpa.entities().embedded(type, member), inside, derived, into);
        within.pop();
        List<String> columns = into.mapped().subList(before, into.mapped().size()).stream()
                .map(MappedColumn::column)
                .distinct()
                .toList();
        into.add(new EmbeddedProperty(where.path() + member.name(), member.element(), columns));
    }
}
