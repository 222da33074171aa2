package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.SharedReaders;
import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.UnresolvedNames;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ColumnType;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the column types of single values. */
public final class BasicReader {

    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.Collection", "java.util.List", "java.util.Set", "java.util.SortedSet", "java.util.NavigableSet");

    private final SharedReaders readers;
    private final Converters converters;
    private final EnumValues enums;
    private final HibernateTypes hibernate;

    public BasicReader(SharedReaders readers, JpaAnnotationLookup lookup, Converters converters) {
        this.readers = readers;
        this.converters = converters;
        this.enums = new EnumValues(readers, lookup);
        this.hibernate = new HibernateTypes(readers, enums);
    }

    /**
     * The stored form of the value; reports a value that cannot be stored.
     *
     * @param schema the PostgreSQL schema of an enum type, unless the enum or its package declares one
     */
    public BasicMapping read(BasicAttribute source, String schema) {
        Optional<AnnotationUse> defined = source.column()
                .filter(use -> use.optionalText("columnDefinition").isPresent());
        if (defined.isPresent()) {
            return defined(source, defined.get());
        }
        Optional<TypeMirror> converted = converters.stored(source.type(), source.convert());
        if (converted.isEmpty() && source.convert().filter(Converters::isNamed).isPresent()) {
            return BasicMapping.of(Optional.empty());
        }
        TypeMirror type = converted.orElse(source.type());
        if (UnresolvedNames.in(type)) {
            String name = source.type().toString();
            readers.context().diagnostics().error(UnresolvedNames.problem(SourceLocation.of(source.element()), name));
            return BasicMapping.of(Optional.empty());
        }
        Optional<TypeElement> constants = Optional.of(type)
                .filter(each -> converted.isEmpty() && isEnum(each))
                .map(each -> (TypeElement) readers.context().types().asElement(each));
        Optional<BasicMapping> said = hibernate.read(source, name(type), constants, schema);
        if (said.isPresent()) {
            return said.get();
        }
        if (converted.isEmpty() && isEnum(type)) {
            return enums.read((TypeElement) readers.context().types().asElement(type), source, schema);
        }
        Optional<ColumnType> stored = source.lob() ? Optional.of(ColumnType.builtin("oid")) : natural(type, source);
        if (stored.isEmpty()) {
            refuse(source);
        }
        Optional<ValueCheck> check = converted
                .flatMap(each -> Converters.values(source.convert()))
                .filter(each -> stored.filter(each::fits).isPresent());
        return new BasicMapping(stored, check, false, Optional.empty());
    }

    /** The check of the enum constants for a column whose type an annotation declares, if that type can hold them. */
    public Optional<ValueCheck> check(BasicAttribute source, ColumnType said) {
        boolean isConverted = converters.stored(source.type(), source.convert()).isPresent()
                || source.convert().filter(Converters::isNamed).isPresent();
        return isConverted || !isEnum(source.type())
                ? Optional.empty()
                : enums.check((TypeElement) readers.context().types().asElement(source.type()), source)
                        .filter(check -> check.fits(said));
    }

    /** The type that the converter in an annotation stores, if the annotation names one. */
    public Optional<ColumnType> converted(AnnotationUse use) {
        return converters.named(use).flatMap(type -> BasicTypes.of(name(type), ColumnSizes.of(Optional.empty())));
    }

    private BasicMapping defined(BasicAttribute source, AnnotationUse column) {
        String text = column.text("columnDefinition");
        Optional<ColumnDefinition> definition = ColumnDefinition.parse(text);
        Optional<ColumnType> type = definition.flatMap(each -> readers.types().named(each.type()));
        if (definition.isEmpty() || type.isEmpty()) {
            readers.context()
                    .diagnostics()
                    .error(
                            DiagnosticCode.JPA_VALUE,
                            column.site("columnDefinition"),
                            "'" + text + "' is not a known type with optional NOT NULL and DEFAULT",
                            "write only the type, and declare the rest with Tenon's @Default, @Check or @Computed");
            return BasicMapping.of(Optional.empty());
        }
        return new BasicMapping(
                type,
                check(source, type.get()),
                definition.get().notNull(),
                definition.get().defaultValue());
    }

    private Optional<ColumnType> natural(TypeMirror type, BasicAttribute source) {
        String name = name(type);
        Optional<String> temporal = source.temporal().map(use -> use.constant("value"));
        if (temporal.isPresent()
                && (name.equals("java.util.Date") || name.startsWith("java.util."))
                && !name.isEmpty()) {
            return switch (temporal.get()) {
                case "DATE" -> Optional.of(ColumnType.builtin("date"));
                case "TIME" -> Optional.of(BasicTypes.time(source.sizes()));
                default -> BasicTypes.of(name, source.sizes());
            };
        }
        Optional<ColumnType> known = BasicTypes.of(name, source.sizes());
        if (known.isPresent()) {
            return known;
        }
        Optional<TypeMirror> element = element(type);
        if (element.isPresent()) {
            return element(element.get(), source).map(ColumnType.Array::new);
        }
        return isSerialized(type) ? Optional.of(ColumnType.builtin("bytea")) : Optional.empty();
    }

    private Optional<ColumnType> element(TypeMirror type, BasicAttribute source) {
        return isEnum(type)
                ? Optional.of(EnumValues.plain(source))
                : natural(type, source).filter(each -> !(each instanceof ColumnType.Array));
    }

    private static Optional<TypeMirror> element(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return Optional.of(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() == 1
                        && COLLECTIONS.contains(name(type))
                ? Optional.of(declared.getTypeArguments().get(0))
                : Optional.empty();
    }

    /** Whether the specification stores the type as serialized bytes. */
    private boolean isSerialized(TypeMirror type) {
        TypeElement serializable = readers.context().elements().getTypeElement("java.io.Serializable");
        return type.getKind() == TypeKind.DECLARED
                && !Set.of("java.util.Map", "java.util.Optional").contains(name(type))
                && readers.context().types().isAssignable(type, serializable.asType());
    }

    private boolean isEnum(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && readers.context().types().asElement(type).getKind() == ElementKind.ENUM;
    }

    private void refuse(BasicAttribute source) {
        readers.context()
                .diagnostics()
                .error(
                        DiagnosticCode.JPA_ATTRIBUTE,
                        SourceLocation.of(source.element()),
                        source.path() + " of type " + source.type() + " is neither a basic type nor a relationship",
                        "annotate it as a relationship, collection or embedded value, convert it, declare its column"
                                + " type with an annotation of Tenon such as @Jsonb, or exclude it with @Transient");
    }

    /** The full name of a type, boxed for a primitive type, with brackets for an array of primitives. */
    private static String name(TypeMirror type) {
        if (type instanceof PrimitiveType primitive) {
            return switch (primitive.getKind()) {
                case INT -> "java.lang.Integer";
                case CHAR -> "java.lang.Character";
                default -> {
                    String word = primitive.getKind().name();
                    yield "java.lang." + word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT);
                }
            };
        }
        if (type instanceof ArrayType array && array.getComponentType() instanceof PrimitiveType component) {
            return component.getKind().name().toLowerCase(java.util.Locale.ROOT) + "[]";
        }
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : "";
    }
}
