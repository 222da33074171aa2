package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;

/** Finds attribute converters, whose second type argument is the type of the column. */
public final class Converters {

    private static final String INTERFACE = "jakarta.persistence.AttributeConverter";

    private final ReadContext context;
    private final List<Applied> automatic = new ArrayList<>();

    /** A converter from one Java type to another. */
    private record Applied(TypeMirror from, TypeMirror to) {}

    public Converters(ReadContext context, JpaAnnotationLookup lookup, Collection<TypeElement> converters) {
        this.context = context;
        for (TypeElement converter : converters) {
            lookup.of(converter)
                    .one("Converter")
                    .filter(use -> use.flag("autoApply"))
                    .flatMap(use -> applied(converter.asType(), use))
                    .ifPresent(automatic::add);
        }
    }

    /**
     * The stored type in place of the attribute's type.
     *
     * @param said the annotation that names a converter or disables conversion
     */
    Optional<TypeMirror> stored(TypeMirror attribute, Optional<AnnotationUse> said) {
        if (said.filter(use -> use.flag("disableConversion")).isPresent()) {
            return Optional.empty();
        }
        Optional<TypeMirror> named = said.flatMap(use -> use.type("converter").filter(Converters::isConverter));
        if (named.isPresent()) {
            return named.flatMap(type -> applied(type, said.get())).map(Applied::to);
        }
        return automatic.stream()
                .filter(each -> context.types().isSameType(each.from(), boxed(attribute)))
                .map(Applied::to)
                .findFirst();
    }

    /** The stored type of the converter that the annotation names; empty if it names the default of the annotation. */
    Optional<TypeMirror> named(AnnotationUse use) {
        return use.type("converter")
                .filter(type -> !use.isDefault("converter"))
                .flatMap(type -> applied(type, use))
                .map(Applied::to);
    }

    /** The two letters that converters of Hibernate ORM store for a boolean, which it checks. */
    static Optional<ValueCheck> values(Optional<AnnotationUse> convert) {
        String name = convert.flatMap(use -> use.type("converter"))
                .map(Object::toString)
                .orElse("");
        return switch (name) {
            case "org.hibernate.type.YesNoConverter" -> Optional.of(new ValueCheck(List.of("N", "Y"), 0));
            case "org.hibernate.type.TrueFalseConverter" -> Optional.of(new ValueCheck(List.of("F", "T"), 0));
            default -> Optional.empty();
        };
    }

    /** Whether the annotation names a converter, with or without type arguments. */
    static boolean isNamed(AnnotationUse convert) {
        return !convert.flag("disableConversion")
                && convert.type("converter").filter(Converters::isConverter).isPresent();
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? context.types().boxedClass(primitive).asType()
                : type;
    }

    /** The default of the annotation is the interface itself, which names no converter. */
    private static boolean isConverter(TypeMirror type) {
        return !type.toString().equals(INTERFACE);
    }

    private Optional<Applied> applied(TypeMirror converter, AnnotationUse use) {
        Optional<DeclaredType> type = implemented(converter);
        if (type.isEmpty() || type.get().getTypeArguments().size() != 2) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.JPA_CONVERTER,
                            use.site("converter"),
                            converter + " does not declare the types that it converts",
                            "implement AttributeConverter with two type arguments");
            return Optional.empty();
        }
        List<? extends TypeMirror> arguments = type.get().getTypeArguments();
        return Optional.of(new Applied(arguments.get(0), arguments.get(1)));
    }

    private Optional<DeclaredType> implemented(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(INTERFACE)) {
            return Optional.of(declared);
        }
        return context.types().directSupertypes(type).stream()
                .flatMap(each -> implemented(each).stream())
                .findFirst();
    }
}
