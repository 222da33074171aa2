package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.ColumnType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Determines the PostgreSQL type of a property: declared in SQL, declared by an annotation, or the default of the Java
 * type.
 */
public final class TypeMapper {

    private final ReadContext context;
    private final NamedType named;
    private final SpecialType special;
    private final NaturalType natural;
    private final TypeSize size;

    TypeMapper(ReadContext context, Extensions extensions, MadeTypes made, EnumReader enums) {
        this.context = context;
        this.named = new NamedType(extensions, made);
        this.special = new SpecialType(extensions);
        this.natural = new NaturalType(enums);
        this.size = new TypeSize(context);
    }

    /**
     * The type, or empty if there is none, which is reported.
     *
     * @param schema the PostgreSQL schema of an enum type, unless the enum or its package declares one
     */
    public Optional<ColumnType> map(Property property, String schema) {
        Optional<AnnotationUse> column = context.annotations().find(property.element(), "Column");
        Optional<AnnotationUse> sql =
                column.filter(use -> use.optionalText("type").isPresent());
        List<AnnotationUse> specials = context.annotations().findAny(property.element(), SpecialType.ANNOTATIONS);
        if (specials.size() + (sql.isPresent() ? 1 : 0) > 1) {
            AnnotationUse second = specials.get(specials.size() - 1);
            context.diagnostics()
                    .error(
                            Code.CONFLICT,
                            second.site(),
                            "the type of " + property.path() + " is declared twice",
                            "keep one of the annotations");
        }
        if (sql.isPresent()) {
            size.refuseBeside(sql.get().text("type"), sql.get());
            return named(sql.get());
        }
        Optional<ColumnType> type =
                specials.isEmpty() ? natural(property, schema) : Optional.of(special.of(specials.get(0)));
        return type.map(found -> column.map(use -> size.apply(found, use)).orElse(found));
    }

    /** Whether an annotation of Tenon on the field or getter declares its type. */
    public boolean says(Element element) {
        return !context.annotations().findAny(element, SpecialType.ANNOTATIONS).isEmpty()
                || context.annotations()
                        .find(element, "Column")
                        .flatMap(use -> use.optionalText("type"))
                        .isPresent();
    }

    /** The type of that name in SQL, if it exists. */
    public Optional<ColumnType> named(String sql) {
        return named.parse(sql);
    }

    private Optional<ColumnType> named(AnnotationUse column) {
        String text = column.text("type");
        Optional<ColumnType> type = named.parse(text);
        if (type.isEmpty()) {
            boolean serial = text.strip().matches("(?i)(small|big)?serial");
            context.diagnostics()
                    .error(
                            Code.UNKNOWN_TYPE,
                            column.site("type"),
                            "there is no type " + text + " in pg_catalog or in a known extension",
                            serial
                                    ? "use @Identity on a smallint, integer or bigint"
                                    : "correct the name, or qualify it with its schema");
        }
        return type;
    }

    private Optional<ColumnType> natural(Property property, String schema) {
        Optional<ColumnType> type = natural.of(property.type(), schema);
        if (type.isEmpty() && !Unresolved.in(property.type())) {
            context.diagnostics()
                    .error(
                            Code.NO_TYPE,
                            Site.of(property.element()),
                            property.path() + " has Java type " + JavaTypes.display(property.type())
                                    + ", which has no default PostgreSQL type",
                            remedy(property.type()));
        }
        return type;
    }

    private String remedy(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            if (context.annotations().marksEntity(element)) {
                return "store the key of the entity instead, with @References(" + element.getSimpleName() + ".class)";
            }
        }
        return "declare how to store the value: @Jsonb as a document, @Embedded as columns, @Column(type = \"…\") as a"
                + " type of that name; or exclude the field with @Transient";
    }
}
