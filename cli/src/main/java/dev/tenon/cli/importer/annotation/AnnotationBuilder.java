package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Builds an annotation; it omits attributes that have their default value. */
public final class AnnotationBuilder {

    private static final String TENON = "dev.tenon.annotation";
    private static final String JPA = "jakarta.persistence";

    private final String library;
    private final AnnotationSpec.Builder builder;
    private boolean declared;

    private AnnotationBuilder(String library, String annotation) {
        this.library = library;
        this.builder = AnnotationSpec.builder(ClassName.get(library, annotation));
    }

    /** Builds Tenon's annotation with that simple name. */
    public AnnotationBuilder(String annotation) {
        this(TENON, annotation);
    }

    /** Builds the annotation of Jakarta Persistence with that simple name. */
    static AnnotationBuilder jpa(String annotation) {
        return new AnnotationBuilder(JPA, annotation);
    }

    public AnnotationBuilder text(String attribute, String value) {
        return add(!value.isEmpty(), attribute, "$L", StringLiteral.of(value));
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

    public AnnotationBuilder texts(String attribute, Collection<String> values) {
        values.forEach(value -> add(true, attribute, "$L", StringLiteral.of(value)));
        return this;
    }

    AnnotationBuilder with(Map<String, String> parameters) {
        parameters.forEach((name, value) -> add(true, "with", "$L", StringLiteral.of(name + "=" + value)));
        return this;
    }

    public AnnotationBuilder flag(String attribute, boolean value, boolean defaultValue) {
        return add(value != defaultValue, attribute, "$L", value);
    }

    public AnnotationBuilder number(String attribute, long value, long defaultValue) {
        boolean wide = value != (int) value;
        return add(value != defaultValue, attribute, "$L", wide ? value + "L" : Long.toString(value));
    }

    /** A constant of one of the library's enums. */
    public AnnotationBuilder constant(String attribute, String type, String value) {
        return add(true, attribute, "$T.$L", ClassName.get(library, type), value);
    }

    /** Adds the constant with the name of the model's constant, unless it is the default. */
    public AnnotationBuilder constant(String attribute, String type, Enum<?> value, String defaultValue) {
        return value.name().equals(defaultValue) ? this : constant(attribute, type, value.name());
    }

    AnnotationBuilder annotation(String attribute, AnnotationBuilder inner) {
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

    private AnnotationBuilder add(boolean declare, String attribute, String format, Object... values) {
        if (declare) {
            builder.addMember(attribute, format, values);
            declared = true;
        }
        return this;
    }
}
