package dev.tenon.runtime.cli.entities;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Tenon's annotations under construction; what has its usual value is not said. */
final class Words {

    private static final String PACKAGE = "dev.tenon.annotation";

    private final AnnotationSpec.Builder builder;
    private boolean said;

    /** Of the annotation with that simple name. */
    Words(String annotation) {
        this.builder = AnnotationSpec.builder(ClassName.get(PACKAGE, annotation));
    }

    Words text(String attribute, String value) {
        return add(!value.isEmpty(), attribute, "$S", value);
    }

    Words text(String attribute, Optional<String> value) {
        return text(attribute, value.orElse(""));
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

    /** A constant of one of Tenon's enums. */
    Words constant(String attribute, String type, Enum<?> value, String usual) {
        return add(!value.name().equals(usual), attribute, "$T.$L", ClassName.get(PACKAGE, type), value.name());
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
