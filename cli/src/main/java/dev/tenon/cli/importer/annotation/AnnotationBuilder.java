package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Builds an annotation; it omits attributes that have their default value. Tenon's annotation types themselves say which
 * attributes there are and what their defaults are; those of Jakarta Persistence are not on the class path.
 */
public final class AnnotationBuilder {

    private static final String JPA = "jakarta.persistence";

    private final Optional<Class<? extends Annotation>> tenon;
    private final AnnotationSpec.Builder builder;
    private boolean declared;

    private AnnotationBuilder(Optional<Class<? extends Annotation>> tenon, ClassName name) {
        this.tenon = tenon;
        this.builder = AnnotationSpec.builder(name);
    }

    /** Builds Tenon's annotation of that type. */
    public AnnotationBuilder(Class<? extends Annotation> type) {
        this(Optional.of(type), ClassName.get(type));
    }

    /** Builds the annotation of Jakarta Persistence with that simple name. */
    static AnnotationBuilder jpa(String annotation) {
        return new AnnotationBuilder(Optional.empty(), ClassName.get(JPA, annotation));
    }

    public AnnotationBuilder text(String attribute, String value) {
        return add(!value.isEmpty() && !isDefault(attribute, value), attribute, "$L", StringLiteral.of(value));
    }

    public AnnotationBuilder text(String attribute, Optional<String> value) {
        return text(attribute, value.orElse(""));
    }

    /** Adds SQL; several lines become a text block. */
    public AnnotationBuilder sql(String attribute, String value) {
        return TextBlock.of(value)
                .map(block -> add(true, attribute, "$L", block))
                .orElseGet(() -> text(attribute, value));
    }

    public AnnotationBuilder sql(String attribute, Optional<String> value) {
        return sql(attribute, value.orElse(""));
    }

    /** Adds all values; the default is always an empty list. */
    public AnnotationBuilder texts(String attribute, Collection<String> values) {
        values.forEach(value -> add(true, attribute, "$L", StringLiteral.of(value)));
        return this;
    }

    AnnotationBuilder with(Map<String, String> parameters) {
        parameters.forEach((name, value) -> add(true, "with", "$L", StringLiteral.of(name + "=" + value)));
        return this;
    }

    public AnnotationBuilder flag(String attribute, boolean value) {
        return add(!isDefault(attribute, value), attribute, "$L", value);
    }

    /** Adds a flag of Jakarta Persistence. */
    AnnotationBuilder flag(String attribute, boolean value, boolean defaultValue) {
        return add(value != defaultValue, attribute, "$L", value);
    }

    public AnnotationBuilder number(String attribute, long value) {
        return add(!isDefault(attribute, value), attribute, "$L", literal(value));
    }

    /** Adds a number of Jakarta Persistence. */
    AnnotationBuilder number(String attribute, long value, long defaultValue) {
        return add(value != defaultValue, attribute, "$L", literal(value));
    }

    private static String literal(long value) {
        return value == (int) value ? Long.toString(value) : value + "L";
    }

    /** Adds a constant of an enum of Jakarta Persistence. */
    AnnotationBuilder constant(String attribute, String type, String value) {
        return add(true, attribute, "$T.$L", ClassName.get(JPA, type), value);
    }

    /** Adds the constant with the name of the model's constant, unless it is the default. */
    public AnnotationBuilder constant(String attribute, Enum<?> value) {
        Class<?> type = attribute(tenon.orElseThrow(), attribute).getReturnType();
        Class<?> constants = type.isArray() ? type.getComponentType() : type;
        return add(!isDefault(attribute, value.name()), attribute, "$T.$L", ClassName.get(constants), value.name());
    }

    public AnnotationBuilder annotation(String attribute, AnnotationBuilder inner) {
        builder.addMember(attribute, "$L", inner.build());
        declared = true;
        return this;
    }

    public AnnotationBuilder type(String attribute, ClassName type) {
        return add(true, attribute, "$T.class", type);
    }

    /** Whether any attribute is declared. */
    public boolean isDeclared() {
        return declared;
    }

    public AnnotationSpec build() {
        return builder.build();
    }

    /** Compares as text: the model has other enums than the annotations, and an int may be the default of a long here. */
    private boolean isDefault(String attribute, Object value) {
        return tenon.map(type -> attribute(type, attribute).getDefaultValue())
                .filter(standard -> standard.toString().equals(value.toString()))
                .isPresent();
    }

    private static Method attribute(Class<? extends Annotation> type, String name) {
        try {
            return type.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("@" + type.getSimpleName() + " has no attribute " + name, e);
        }
    }

    private AnnotationBuilder add(boolean declare, String attribute, String format, Object... values) {
        tenon.ifPresent(type -> attribute(type, attribute));
        if (declare) {
            builder.addMember(attribute, format, values);
            declared = true;
        }
        return this;
    }
}
