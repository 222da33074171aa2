package dev.tenon.runtime.cli.entities;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Annotations under construction; what has its usual value is not said. */
final class Words {

    private static final String TENON = "dev.tenon.annotation";
    private static final String JPA = "jakarta.persistence";

    private final String library;
    private final AnnotationSpec.Builder builder;
    private boolean said;

    private Words(String library, String annotation) {
        this.library = library;
        this.builder = AnnotationSpec.builder(ClassName.get(library, annotation));
    }

    /** Of Tenon's annotation with that simple name. */
    Words(String annotation) {
        this(TENON, annotation);
    }

    /** Of the annotation of Jakarta Persistence with that simple name. */
    static Words jpa(String annotation) {
        return new Words(JPA, annotation);
    }

    Words text(String attribute, String value) {
        return add(!value.isEmpty(), attribute, "$S", value);
    }

    Words text(String attribute, Optional<String> value) {
        return text(attribute, value.orElse(""));
    }

    /** SQL of any length, which may stand on several lines. */
    Words sql(String attribute, String value) {
        return TextBlock.of(value)
                .map(block -> add(true, attribute, "$L", block))
                .orElseGet(() -> text(attribute, value));
    }

    Words sql(String attribute, Optional<String> value) {
        return sql(attribute, value.orElse(""));
    }

    Words texts(String attribute, Collection<String> values) {
        values.forEach(value -> add(true, attribute, "$S", value));
        return this;
    }

    Words with(Map<String, String> parameters) {
        parameters.forEach((name, value) -> add(true, "with", "$S", name + "=" + value));
        return this;
    }

    Words flag(String attribute, boolean value, boolean usual) {
        return add(value != usual, attribute, "$L", value);
    }

    Words number(String attribute, long value, long usual) {
        boolean wide = value != (int) value;
        return add(value != usual, attribute, "$L", wide ? value + "L" : Long.toString(value));
    }

    /** A constant of one of the library's enums. */
    Words constant(String attribute, String type, String value) {
        return add(true, attribute, "$T.$L", ClassName.get(library, type), value);
    }

    /** A constant that has the name of one of the model, unless it is the usual one. */
    Words constant(String attribute, String type, Enum<?> value, String usual) {
        return value.name().equals(usual) ? this : constant(attribute, type, value.name());
    }

    Words annotation(String attribute, Words inner) {
        builder.addMember(attribute, "$L", inner.build());
        said = true;
        return this;
    }

    Words type(String attribute, ClassName type) {
        return add(true, attribute, "$T.class", type);
    }

    /** Whether anything is said. */
    boolean isSaid() {
        return said;
    }

    AnnotationSpec build() {
        return builder.build();
    }

    private Words add(boolean unusual, String attribute, String format, Object... values) {
        if (unusual) {
            builder.addMember(attribute, format, values);
            said = true;
        }
        return this;
    }
}
