package dev.tenon.processor.internal.read.type;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
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
    private final SqlNamedType named;
    private final AnnotatedType special;
    private final DefaultTypeMapping natural;
    private final TypeSize size;

    public TypeMapper(ReadContext context, DeclaredExtensions extensions, SqlDefinedTypes made, JavaEnumReader enums) {
        this.context = context;
        this.named = new SqlNamedType(extensions, made);
        this.special = new AnnotatedType(extensions);
        this.natural = new DefaultTypeMapping(enums);
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
        List<AnnotationUse> specials = context.annotations().findAny(property.element(), AnnotatedType.ANNOTATIONS);
        if (specials.size() + (sql.isPresent() ? 1 : 0) > 1) {
            AnnotationUse second = specials.get(specials.size() - 1);
            context.diagnostics()
                    .error(
                            DiagnosticCode.CONFLICT,
                            second.site(),
                            "the type of " + property.path() + " is declared twice",
                            "keep one of the annotations");
        }
        if (sql.isPresent()) {
            size.refuseWithType(sql.get().text("type"), sql.get());
            return named(sql.get());
        }
        Optional<ColumnType> type =
                specials.isEmpty() ? natural(property, schema) : Optional.of(special.of(specials.get(0)));
        return type.map(found -> column.map(use -> size.apply(found, use)).orElse(found));
    }

    /** Whether an annotation of Tenon on the field or getter declares its type. */
    public boolean declaresType(Element element) {
        return !context.annotations()
                        .findAny(element, AnnotatedType.ANNOTATIONS)
                        .isEmpty()
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
                            DiagnosticCode.UNKNOWN_TYPE,
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
        if (type.isEmpty() && !UnresolvedNames.in(property.type())) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.NO_TYPE,
                            SourceLocation.of(property.element()),
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
