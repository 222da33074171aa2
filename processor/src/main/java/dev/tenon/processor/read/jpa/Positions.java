package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.AnnotationUse;
import dev.tenon.processor.read.ColumnBasis;
import dev.tenon.processor.read.Property;
import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.sql.Identifier;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Adds the position column of a list or the key columns of a map. */
final class Positions {

    private final Workbench bench;
    private final Walker walker;

    Positions(Workbench bench, Walker walker) {
        this.bench = bench;
        this.walker = walker;
    }

    /**
     * Adds the columns.
     *
     * @param required whether the columns are NOT NULL, because the table belongs to the collection
     */
    void read(Plural plural, CollectionType type, Where where, boolean required, Fragment into) {
        Marks marks = plural.member().marks();
        if (type.kind() == CollectionType.Kind.LIST) {
            order(plural.member(), marks.one("OrderColumn").orElseThrow(), where, required, into);
        } else if (type.kind() == CollectionType.Kind.MAP && !marks.has("MapKey")) {
            marks.has("MapKeyColumn");
            key(plural, type.key().orElseThrow(), where, required, into);
        }
    }

    private void order(Member member, AnnotationUse use, Where where, boolean required, Fragment into) {
        String name = bench.naming().physical(use.optionalText("name").orElse(member.name() + "_ORDER"));
        ColumnType type = use.optionalText("columnDefinition")
                .flatMap(text -> bench.shop().types().named(text))
                .orElse(ColumnType.builtin("integer"));
        add(member, name, ColumnBasis.of(type, !required), where, required, into);
        into.add(new Fragment.Condition(Optional.empty(), List.of(name), Identifier.quote(name) + " >= 0", use.site()));
    }

    private void key(Plural plural, TypeMirror natural, Where where, boolean required, Fragment into) {
        Member member = plural.member();
        Marks marks = member.marks();
        TypeMirror type =
                marks.one("MapKeyClass").flatMap(use -> use.type("value")).orElse(natural);
        if (bench.entities().isEntity(type)) {
            bench.error(
                    Code.JPA_UNMAPPED,
                    Site.of(member.element()),
                    "Tenon does not support entities as map keys",
                    "use an attribute of the value with @MapKey as key, or a basic value");
            return;
        }
        if (type instanceof DeclaredType declared
                && bench.lookup().of(declared.asElement()).has("Embeddable")) {
            Where inside = where.with(where.overrides().within("key")).inElement();
            walker.walk(
                    bench.entities().ofElements(declared, member, where.entity()),
                    required ? inside.asKey() : inside,
                    Derived.NONE,
                    into);
            return;
        }
        Optional<AnnotationUse> convert = where.overrides().find("Convert", "key", bench.overrides());
        Optional<AnnotationUse> override = where.overrides()
                .find("AttributeOverride", "key", bench.overrides())
                .flatMap(use -> bench.inner(use, "column"));
        Source plain = Source.ofKey(member, where.path() + member.name(), type, convert);
        Source source = override.isPresent() ? plain.withColumn(override) : plain;
        StoredValue value = bench.basics().read(source, where.table().schema());
        String name = bench.naming()
                .physical(
                        source.column().flatMap(use -> use.optionalText("name")).orElse(member.name() + "_KEY"));
        add(
                member,
                name,
                new ColumnBasis(value.type(), !required, Optional.empty(), Optional.empty()),
                where,
                required,
                into);
        value.check()
                .ifPresent(check -> into.add(new Fragment.Condition(
                        Optional.empty(), List.of(name), check.on(name), Site.of(member.element()))));
    }

    private static void add(Member member, String name, ColumnBasis basis, Where where, boolean key, Fragment into) {
        Property property = new Property(where.path() + member.name(), member.element(), member.type(), name);
        into.add(new Mapped(property, basis, key, false).asBeside());
    }
}
