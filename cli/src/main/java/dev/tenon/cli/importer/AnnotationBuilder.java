package dev.tenon.cli.importer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Annotations under construction; what has its usual value is not said. */
final class AnnotationBuilder {

    private static final String TENON = "dev.tenon.annotation";
    private static final String JPA = "jakarta.persistence";

    private final String library;
    private final AnnotationSpec.Builder builder;
    private boolean declared;

    private AnnotationBuilder(String library, String annotation) {
        this.library = library;
        this.builder = AnnotationSpec.builder(ClassName.get(library, annotation));
    }

    /** Of Tenon's annotation with that simple name. */
    AnnotationBuilder(String annotation) {
        this(TENON, annotation);
    }

    /** Of the annotation of Jakarta Persistence with that simple name. */
    static AnnotationBuilder jpa(String annotation) {
        return new AnnotationBuilder(JPA, annotation);
    }

    AnnotationBuilder text(String attribute, String value) {
        return add(!value.isEmpty(), attribute, "$S", value);
    }

    AnnotationBuilder text(String attribute, Optional<String> value) {
        return text(attribute, value.orElse(""));
    }

    /** SQL of any length, which may stand on several lines. */
    AnnotationBuilder sql(String attribute, String value) {
        return TextBlock.of(value)
                .map(block -> add(true, attribute, "$L", block))
                .orElseGet(() -> text(attribute, value));
    }

    AnnotationBuilder sql(String attribute, Optional<String> value) {
        return sql(attribute, value.orElse(""));
    }

    AnnotationBuilder texts(String attribute, Collection<String> values) {
        values.forEach(value -> add(true, attribute, "$S", value));
        return this;
    }

    AnnotationBuilder with(Map<String, String> parameters) {
        parameters.forEach((name, value) -> add(true, "with", "$S", name + "=" + value));
        return this;
    }

    AnnotationBuilder flag(String attribute, boolean value, boolean usual) {
        return add(value != usual, attribute, "$L", value);
    }

    AnnotationBuilder number(String attribute, long value, long usual) {
        boolean wide = value != (int) value;
        return add(value != usual, attribute, "$L", wide ? value + "L" : Long.toString(value));
    }

    /** A constant of one of the library's enums. */
    AnnotationBuilder constant(String attribute, String type, String value) {
        return add(true, attribute, "$T.$L", ClassName.get(library, type), value);
    }

    /** A constant that has the name of one of the model, unless it is the usual one. */
    AnnotationBuilder constant(String attribute, String type, Enum<?> value, String usual) {
        return value.name().equals(usual) ? this : constant(attribute, type, value.name());
    }

    AnnotationBuilder annotation(String attribute, AnnotationBuilder inner) {
        builder.addMember(attribute, "$L", inner.build());
        declared = true;
        return this;
    }

    AnnotationBuilder type(String attribute, ClassName type) {
        return add(true, attribute, "$T.class", type);
    }

    /** Whether anything is said. */
    boolean isDeclared() {
        return declared;
    }

    AnnotationSpec build() {
        return builder.build();
    }

    private AnnotationBuilder add(boolean unusual, String attribute, String format, Object... values) {
        if (unusual) {
            builder.addMember(attribute, format, values);
            declared = true;
        }
        return this;
    }
}
