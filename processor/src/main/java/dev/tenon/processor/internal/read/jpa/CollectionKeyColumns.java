package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.jpa.attribute.AttributeContext;
import dev.tenon.processor.internal.read.jpa.attribute.BasicAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.BasicMapping;
import dev.tenon.processor.internal.read.jpa.attribute.CollectionType;
import dev.tenon.processor.internal.read.jpa.attribute.DerivedIdentifiers;
import dev.tenon.processor.internal.read.jpa.attribute.JpaAnnotations;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.PluralAttribute;
import dev.tenon.processor.internal.read.structure.ColumnBasis;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Adds the position column of a list or the key columns of a map. */
final class CollectionKeyColumns {

    private final JpaContext jpa;
    private final AttributeWalker walker;
    private final MapKeyEntities entities;

    CollectionKeyColumns(JpaContext jpa, PrimaryKeys keys, AttributeWalker walker) {
        this.jpa = jpa;
        this.walker = walker;
        this.entities = new MapKeyEntities(jpa, keys);
    }

    /**
     * Adds the columns.
     *
     * @param required whether the columns are NOT NULL, because the table belongs to the collection
     */
    void read(
            PluralAttribute plural,
            CollectionType type,
            AttributeContext where,
            boolean required,
            TableContribution into) {
        JpaAnnotations marks = plural.member().marks();
        if (type.kind() == CollectionType.Kind.LIST) {
            order(plural.member(), marks.one("OrderColumn").orElseThrow(), where, required, into);
        } else if (type.kind() == CollectionType.Kind.MAP && !marks.has("MapKey")) {
            marks.has("MapKeyColumn");
            key(plural, type.key().orElseThrow(), where, required, into);
        }
    }

    private void order(
            PersistentAttribute member,
            AnnotationUse use,
            AttributeContext where,
            boolean required,
            TableContribution into) {
        String name = jpa.naming().physical(use.optionalText("name").orElse(member.name() + "_ORDER"));
        ColumnType type = use.optionalText("columnDefinition")
                .flatMap(text -> jpa.readers().types().named(text))
                .orElse(ColumnType.builtin("integer"));
        int base = member.marks()
                .hibernate("ListIndexBase")
                .map(said -> said.number("value"))
                .orElse(0);
        add(member, name, ColumnBasis.of(type, !required), where, required, into);
        into.add(new TableContribution.Condition(
                Optional.empty(), List.of(name), Identifier.quote(name) + " >= " + base, use.site()));
    }

    private void key(
            PluralAttribute plural,
            TypeMirror natural,
            AttributeContext where,
            boolean required,
            TableContribution into) {
        PersistentAttribute member = plural.member();
        JpaAnnotations marks = member.marks();
        TypeMirror type =
                marks.one("MapKeyClass").flatMap(use -> use.type("value")).orElse(natural);
        if (jpa.entities().isEntity(type)) {
            entities.read(member, type, where, required, into);
            return;
        }
        if (type instanceof DeclaredType declared
                && jpa.lookup().of(declared.asElement()).has("Embeddable")) {
            AttributeContext inside =
                    where.with(where.overrides().within("key")).inElement();
            walker.walk(
                    jpa.entities().ofElements(declared, member, where.entity()),
                    required ? inside.asKey() : inside,
                    DerivedIdentifiers.NONE,
                    into);
            return;
        }
        Optional<AnnotationUse> convert = where.overrides().find("Convert", "key", jpa.overrides());
        Optional<AnnotationUse> override = where.overrides()
                .find("AttributeOverride", "key", jpa.overrides())
                .flatMap(use -> jpa.inner(use, "column"));
        BasicAttribute plain = BasicAttribute.ofKey(member, where.path() + member.name(), type, convert);
        BasicAttribute source = override.isPresent() ? plain.withColumn(override) : plain;
        BasicMapping value = jpa.basics().read(source, where.table().schema());
        String name = jpa.naming()
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
                .ifPresent(check -> into.add(new TableContribution.Condition(
                        Optional.empty(), List.of(name), check.on(name), SourceLocation.of(member.element()))));
    }

    private static void add(
            PersistentAttribute member,
            String name,
            ColumnBasis basis,
            AttributeContext where,
            boolean key,
            TableContribution into) {
        Property property = new Property(where.path() + member.name(), member.element(), member.type(), name);
        into.add(new MappedColumn(property, basis, key, false).asBeside());
    }
}
