package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.Embedding;
import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Walks over attributes, including embedded ones, and collects their parts of the table. */
final class Walker {

    private final Workbench bench;
    private final ToOneReader toOnes;
    private final TenonBeside tenon;
    private final ColumnExtras extras;
    private final AttributeReader attributes;
    private final DocumentReader documents;
    private final Deque<TypeElement> within = new ArrayDeque<>();

    Walker(Workbench bench, Keys keys) {
        this.bench = bench;
        this.toOnes = new ToOneReader(bench, keys);
        this.tenon = new TenonBeside(bench);
        this.extras = new ColumnExtras(bench);
        this.attributes = new AttributeReader(bench);
        this.documents = new DocumentReader(bench);
    }

    /** Reads the attributes of an entity into the fragment. */
    void walk(List<Member> members, Where where, Derived derived, Fragment into) {
        for (Member member : members) {
            if (derived.isTakenOver(where, member)) {
                toOnes.read(
                        derived.by(where, member),
                        Where.in(where.entity(), where.table(), Overrides.NONE, false)
                                .asKey(),
                        into);
            } else if (!derived.takesOver(member)) {
                read(member, where, derived, into);
            }
        }
    }

    private void read(Member member, Where where, Derived derived, Fragment into) {
        Marks marks = member.marks();
        tenon.refuse(member);
        Where here = marks.hasAny("Id", "EmbeddedId") ? where.asKey() : where;
        if (marks.hasAny("OneToMany", "ManyToMany", "ElementCollection")) {
            into.add(new Plural(member, here));
        } else if (marks.hasAny("ManyToOne", "OneToOne")) {
            toOnes.read(member, here, into);
        } else if (isEmbedded(member)) {
            embedded(member, (DeclaredType) member.type(), here, derived, into);
        } else {
            attributes.read(member, here, Optional.empty(), into);
        }
    }

    private void embedded(Member member, DeclaredType type, Where where, Derived derived, Fragment into) {
        if (DocumentReader.isDocument(member)) {
            Fragment inside = new Fragment();
            embed(member, type, where.inDocument(), Derived.NONE, inside);
            documents.read(member, where, inside, into);
        } else if (tenon.saysType(member)) {
            tenon.refuseType(member);
            attributes.read(member, where, Optional.empty(), into);
        } else {
            extras.refuseTypes(member.marks(), Optional.empty(), false);
            extras.refuseTypes(bench.lookup().of(type.asElement()), Optional.empty(), false);
            tenon.refuseOnEmbedded(new Embedding(where.path() + member.name(), member.element(), List.of()));
            embed(member, type, where, derived, into);
        }
    }

    private boolean isEmbedded(Member member) {
        return member.type() instanceof DeclaredType type
                && (member.marks().hasAny("Embedded", "EmbeddedId")
                        || bench.lookup().of(type.asElement()).has("Embeddable"));
    }

    /** Reads the columns of an embedded value. */
    void embed(Member member, DeclaredType type, Where where, Derived derived, Fragment into) {
        TypeElement element = (TypeElement) type.asElement();
        if (within.contains(element)) {
            bench.error(
                    Code.EMBEDDED,
                    Site.of(member.element()),
                    element.getSimpleName() + " embeds itself",
                    "break the cycle");
            return;
        }
        int before = into.mapped().size();
        within.push(element);
        Where inside = where.within(member, Overrides.on(member.marks(), bench.overrides()));
        walk(bench.entities().embedded(type, member), inside, derived, into);
        within.pop();
        List<String> columns = into.mapped().subList(before, into.mapped().size()).stream()
                .map(Mapped::column)
                .distinct()
                .toList();
        into.add(new Embedding(where.path() + member.name(), member.element(), columns));
    }
}
