package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.ColumnBasis;
import dev.tenon.processor.read.Embedding;
import dev.tenon.processor.read.Property;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The values in a collection that are no entities: one column, or those of an embeddable. */
final class ElementReader {

    private final Workbench bench;
    private final Walker walker;
    private final TenonBeside tenon;

    ElementReader(Workbench bench, Walker walker) {
        this.bench = bench;
        this.walker = walker;
        this.tenon = new TenonBeside(bench);
    }

    /** Reads the columns of one value. */
    void read(Plural plural, CollectionType collection, QualifiedName table, Fragment into) {
        Member member = plural.member();
        TypeMirror type = member.marks()
                .one("ElementCollection")
                .flatMap(use -> use.type("targetClass"))
                .filter(named -> named.getKind() != TypeKind.VOID)
                .orElse(collection.element());
        Overrides own =
                plural.where().overrides().within(member.name()).over(Overrides.on(member.marks(), bench.overrides()));
        if (type instanceof DeclaredType declared
                && bench.lookup().of(declared.asElement()).has("Embeddable")
                && !tenon.saysType(member)) {
            tenon.refuseOnEmbedded(new Embedding(member.name(), member.element(), List.of()));
            Overrides inside = own.within("value").over(own);
            walker.walk(
                    bench.entities().ofElements(declared, member, plural.where().entity()),
                    Where.in(plural.where().entity(), table, inside, false).inElement(),
                    Derived.NONE,
                    into);
            return;
        }
        basic(member, type, own, table, into);
    }

    private void basic(Member member, TypeMirror type, Overrides own, QualifiedName table, Fragment into) {
        Optional<AnnotationUse> column = own.find("AttributeOverride", "value", bench.overrides())
                .flatMap(use -> bench.inner(use, "column"))
                .or(() -> member.marks().one("Column"));
        Optional<AnnotationUse> convert = own.find("Convert", "value", bench.overrides())
                .or(() -> member.marks().all("Convert").stream()
                        .filter(use -> use.optionalText("attributeName").isEmpty())
                        .findFirst());
        String name = bench.naming()
                .physical(column.flatMap(use -> use.optionalText("name")).orElse(member.name()));
        ColumnExtras extras = new ColumnExtras(bench);
        extras.refuseOtherTable(column, table);
        boolean said = tenon.saysType(member);
        extras.refuseTypes(member.marks(), column, said);
        Property property = new Property(member.name(), member.element(), type, name);
        Source source = Source.of(member, member.name(), type, convert, column);
        StoredValue value = said
                ? tenon.stored(property, source, table.schema())
                : bench.basics().read(source, table.schema());
        boolean notNull =
                value.notNull() || column.filter(use -> !use.flag("nullable")).isPresent();
        Optional<ColumnDefault> given = value.defaultValue().map(ColumnDefault.Expression::new);
        Optional<String> comment = extras.comment(column, member.marks());
        tenon.refuseTwice(property, given, comment);
        into.add(property);
        into.add(new Mapped(property, new ColumnBasis(value.type(), !notNull, given, comment), false, false));
        value.check()
                .ifPresent(check -> into.add(new Fragment.Condition(
                        Optional.empty(), List.of(name), check.on(name), Site.of(member.element()))));
        column.ifPresent(use -> extras.constraints(use, name, into));
    }
}
