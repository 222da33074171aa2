package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.MisplacedAnnotations;
import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.jpa.attribute.BasicAttribute;
import dev.tenon.processor.internal.read.jpa.attribute.BasicMapping;
import dev.tenon.processor.internal.read.jpa.attribute.ColumnDefinition;
import dev.tenon.processor.internal.read.jpa.attribute.HibernateAnnotationCatalog;
import dev.tenon.processor.internal.read.jpa.attribute.PersistentAttribute;
import dev.tenon.processor.internal.read.structure.EmbeddedProperty;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Checks Tenon's annotations on JPA entities: they add to the annotations of Jakarta Persistence and duplicate none.
 */
final class TenonAnnotationsOnJpa {

    private static final Map<String, String> TWINS = Map.of(
            "Id", "Id",
            "Embedded", "Embedded",
            "Transient", "Transient");

    private static final List<String> OF_COLUMNS = List.of("name", "length", "precision", "scale", "nullable");

    /** Tenon's annotations that declare the value of a column. */
    private static final List<String> VALUES = List.of("Default", "Identity", "Computed");

    private static final List<String> OF_TABLES = List.of("name", "schema", "keyless");

    private final JpaContext jpa;

    TenonAnnotationsOnJpa(JpaContext jpa) {
        this.jpa = jpa;
    }

    /** Whether an annotation of Tenon declares the attribute's type. */
    boolean declaresType(PersistentAttribute member) {
        return jpa.readers().types().declaresType(member.element());
    }

    /** The mapping of an attribute whose type an annotation of Tenon declares. */
    BasicMapping stored(Property property, BasicAttribute source, String schema) {
        Optional<ColumnType> type = jpa.readers().types().map(property, schema);
        Optional<ColumnDefinition> definition = source.column()
                .flatMap(use -> use.optionalText("columnDefinition"))
                .flatMap(ColumnDefinition::parse)
                .filter(each -> jpa.readers().types().named(each.type()).equals(type));
        source.column().ifPresent(use -> refuseSizes(property, use, type, definition.isPresent()));
        return new BasicMapping(
                type,
                type.flatMap(said -> jpa.basics().check(source, said)),
                definition.filter(ColumnDefinition::notNull).isPresent(),
                definition.flatMap(ColumnDefinition::defaultValue));
    }

    /** The type that an annotation of Tenon declares for the column of a relationship. */
    Optional<ColumnType> stored(Property property, Optional<AnnotationUse> column, String schema) {
        Optional<ColumnType> type = jpa.readers().types().map(property, schema);
        column.ifPresent(use -> refuseSizes(property, use, type, false));
        return type;
    }

    /**
     * Reports attributes of Jakarta Persistence's {@code @Column} that contradict the type that an annotation of Tenon
     * declares.
     */
    private void refuseSizes(
            Property property, AnnotationUse column, Optional<ColumnType> type, boolean isDefinedAlike) {
        List<String> sizes = type.filter(ColumnType.Builtin.class::isInstance)
                .map(said -> ((ColumnType.Builtin) said).modifiers())
                .orElse(List.of());
        for (String attribute : column.given()) {
            boolean otherwise = switch (attribute) {
                case "columnDefinition" -> !isDefinedAlike;
                case "length", "precision", "scale", "secondPrecision" ->
                    !sizes.contains(Integer.toString(column.number(attribute)));
                default -> false;
            };
            if (otherwise) {
                jpa.error(
                        DiagnosticCode.JPA_BESIDE,
                        column.site(attribute),
                        "the " + attribute + " of " + property.path()
                                + " has no effect, as an annotation of Tenon says the type",
                        "remove the " + attribute + ", or say all of the type in one of them");
            }
        }
    }

    /**
     * Reports a default or comment that an annotation of Tenon and one of Jakarta Persistence or Hibernate declare
     * differently.
     */
    void refuseTwice(Property property, Optional<ColumnDefault> given, Optional<String> comment) {
        for (AnnotationUse use : jpa.context().annotations().findAny(property.element(), VALUES)) {
            if (given.filter(value -> !isAlike(use, value)).isPresent()) {
                jpa.error(
                        DiagnosticCode.JPA_BESIDE,
                        use.site(),
                        "the value of " + property.path() + " comes from " + Annotations.written(use)
                                + " and from an annotation of Jakarta Persistence or Hibernate",
                        "keep one of them");
            }
        }
        jpa.context()
                .annotations()
                .find(property.element(), "Column")
                .filter(use -> comment.isPresent()
                        && use.optionalText("comment").isPresent()
                        && !use.optionalText("comment").equals(comment))
                .ifPresent(use -> twice(use, "comment", "a comment on " + property.path()));
    }

    /**
     * Whether both declare the same value. Jakarta Persistence's IDENTITY matches an identity column and a default of a
     * sequence, because the database generates the value in both cases.
     */
    private static boolean isAlike(AnnotationUse use, ColumnDefault given) {
        String said = use.text("value");
        return given instanceof ColumnDefault.Identity
                ? Annotations.written(use).equals("@Identity") || said.startsWith("nextval(")
                : given.equals(new ColumnDefault.Expression(said));
    }

    /**
     * Reports an annotation of Tenon that declares the type of one column on an embedded attribute, which has several.
     */
    void refuseType(PersistentAttribute member) {
        boolean isTyped = HibernateAnnotationCatalog.TYPES.stream()
                        .anyMatch(name -> member.marks().hibernate(name).isPresent())
                || member.marks().hibernate("JdbcTypeCode").isPresent();
        boolean isSaid = member.marks().hasAny("Embedded", "EmbeddedId");
        if (isSaid && !isTyped) {
            jpa.error(
                    DiagnosticCode.JPA_BESIDE,
                    SourceLocation.of(member.element()),
                    member.name()
                            + " is embedded, so it is several columns, and an annotation of Tenon gives it the type"
                            + " of one",
                    "remove one of the annotations");
        }
    }

    /** Reports annotations of one column on an embedded attribute. */
    void refuseOnEmbedded(EmbeddedProperty embedding) {
        new MisplacedAnnotations(jpa.context()).refuse(embedding);
    }

    /** Reports annotations of Tenon on an attribute that duplicate Jakarta Persistence. */
    void refuse(PersistentAttribute member) {
        refuse(member.element());
        refuse(member.element(), "Column", OF_COLUMNS);
    }

    /** Reports annotations of Tenon on an entity or its superclass that duplicate Jakarta Persistence. */
    void refuse(TypeElement type, boolean entity) {
        refuse(type);
        Optional<AnnotationUse> table = jpa.context().annotations().find(type, "Table");
        if (entity) {
            refuse(type, "Table", OF_TABLES);
        } else {
            table.ifPresent(use -> twice(use, "", "Tenon's @Table on a mapped superclass"));
        }
    }

    private void refuse(Element element, String annotation, List<String> twins) {
        jpa.context()
                .annotations()
                .find(element, annotation)
                .ifPresent(use -> use.given().stream()
                        .filter(twins::contains)
                        .forEach(twin -> twice(use, twin, twin + " of Tenon's @" + annotation)));
    }

    private void refuse(Element element) {
        for (AnnotationUse use : jpa.context()
                .annotations()
                .findAny(element, TWINS.keySet().stream().sorted().toList())) {
            twice(use, "", "Tenon's " + Annotations.written(use));
        }
    }

    private void twice(AnnotationUse use, String attribute, String what) {
        jpa.error(
                DiagnosticCode.JPA_BESIDE,
                use.site(attribute),
                what + " is not allowed in a JPA mapping",
                "use the annotation of jakarta.persistence instead");
    }
}
