package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.ColumnBasis;
import dev.tenon.processor.read.Embedding;
import dev.tenon.processor.read.Property;
import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.ColumnDefault;
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
    private final Deque<TypeElement> within = new ArrayDeque<>();

    Walker(Workbench bench, Keys keys) {
        this.bench = bench;
        this.toOnes = new ToOneReader(bench, keys);
        this.tenon = new TenonBeside(bench);
        this.extras = new ColumnExtras(bench);
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
        } else if (!tenon.saysType(member) && isEmbedded(member)) {
            embed(member, (DeclaredType) member.type(), here, derived, into);
        } else {
            basic(member, here, into);
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
        walk(bench.entities().embedded(type, where.entity().getters()), inside, derived, into);
        within.pop();
        List<String> columns = into.mapped().subList(before, into.mapped().size()).stream()
                .map(Mapped::column)
                .distinct()
                .toList();
        into.add(new Embedding(where.path() + member.name(), member.element(), columns));
    }

    private void basic(Member member, Where where, Fragment into) {
        Marks marks = member.marks();
        Overrides overrides = where.overrides();
        Optional<AnnotationUse> column = overrides
                .find("AttributeOverride", member.name(), bench.overrides())
                .flatMap(use -> bench.inner(use, "column"))
                .or(() -> marks.one("Column"));
        Optional<AnnotationUse> convert =
                overrides.find("Convert", member.name(), bench.overrides()).or(() -> marks.one("Convert"));
        marks.hasAny("Column", "Version", "Basic", "Convert", "Converts", "GeneratedValue");
        extras.refuseTypes(marks, column, tenon.saysType(member));
        String path = where.path() + member.name();
        String name = bench.naming()
                .physical(column.flatMap(use -> use.optionalText("name")).orElse(member.name()));
        extras.refuseOtherTable(column, where.table());
        Source source = Source.of(member, path, member.type(), convert, column);
        StoredValue value = tenon.saysType(member)
                ? StoredValue.of(Optional.empty())
                : bench.basics().read(source, where.table().schema());
        boolean required = where.key() || (!where.loose() && (value.notNull() || isRequired(member, column)));
        Property property = new Property(path, member.element(), member.type(), name);
        into.add(property);
        into.add(new Mapped(
                property,
                new ColumnBasis(
                        value.type(),
                        !required,
                        extras.identity(member, value.type())
                                .or(() -> value.defaultValue().map(ColumnDefault.Expression::new))
                                .or(() -> extras.columnDefault(marks)),
                        extras.comment(column, marks)),
                where.key(),
                ColumnExtras.isReadOnly(column)));
        value.check()
                .ifPresent(check -> into.add(new Fragment.Condition(
                        Optional.empty(), List.of(name), check.on(name), Site.of(member.element()))));
        column.ifPresent(use -> extras.constraints(use, name, into));
    }

    private static boolean isRequired(Member member, Optional<AnnotationUse> column) {
        boolean needed =
                member.marks().one("Basic").filter(use -> !use.flag("optional")).isPresent();
        boolean notNull = column.filter(use -> !use.flag("nullable")).isPresent();
        return member.type().getKind().isPrimitive() || needed || notNull;
    }
}
