package dev.tenon.processor.internal.read.annotation;

import dev.tenon.processor.internal.report.SourceLocation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * An annotation on an element, with its values by name.
 *
 * @param element the annotated element
 * @param mirror the annotation in javac's model
 * @param values the explicit values, and the defaults of the other attributes
 */
public record AnnotationUse(Element element, AnnotationMirror mirror, Map<String, AnnotationValue> values) {

    /**
     * One item of a list of strings, with its own place.
     *
     * @param text the item
     * @param site the place of the item
     */
    public record Item(String text, SourceLocation site) {}

    public AnnotationUse {
        // No copy: there is one instance for every annotation of every entity, and callers do not keep the map.
        values = Collections.unmodifiableMap(values);
    }

    /** The place of the annotation as a whole. */
    public SourceLocation site() {
        return SourceLocation.of(element, mirror);
    }

    /** The place of one of its values. */
    public SourceLocation site(String attribute) {
        AnnotationValue value = values.get(attribute);
        return value == null ? site() : site().at(value);
    }

    /** A string, empty if it is not declared. */
    public String text(String attribute) {
        return value(attribute) instanceof String text ? text : "";
    }

    /** A string, if it is not blank. */
    public Optional<String> optionalText(String attribute) {
        return Optional.of(text(attribute)).filter(text -> !text.isBlank());
    }

    /** An int. */
    public int number(String attribute) {
        return value(attribute) instanceof Integer number ? number : 0;
    }

    /** A long. */
    public long wide(String attribute) {
        return value(attribute) instanceof Long number ? number : 0;
    }

    /** A boolean. */
    public boolean flag(String attribute) {
        return value(attribute) instanceof Boolean flag && flag;
    }

    /** The name of an enum constant. */
    public String constant(String attribute) {
        return value(attribute) instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : "";
    }

    /** A class literal. */
    public Optional<TypeMirror> type(String attribute) {
        return value(attribute) instanceof TypeMirror type ? Optional.of(type) : Optional.empty();
    }

    /** A list of strings. */
    public List<Item> texts(String attribute) {
        return items(attribute).stream()
                .filter(item -> item.getValue() instanceof String && !UnresolvedNames.is(item))
                .map(item -> new Item((String) item.getValue(), site().at(item)))
                .toList();
    }

    /** A list of strings as they are, without places. */
    public List<String> strings(String attribute) {
        return values(attribute, String.class);
    }

    /** A list of ints. */
    public List<Integer> numbers(String attribute) {
        return values(attribute, Integer.class);
    }

    /** The names in a list of enum constants. */
    public List<String> constants(String attribute) {
        return items(attribute).stream()
                .map(AnnotationValue::getValue)
                .filter(VariableElement.class::isInstance)
                .map(constant -> ((VariableElement) constant).getSimpleName().toString())
                .toList();
    }

    /** A list of class literals. */
    public List<TypeMirror> types(String attribute) {
        return values(attribute, TypeMirror.class);
    }

    /**
     * Whether an attribute has its default, explicitly or not, or a value that cannot be evaluated. It tells nothing
     * about lists.
     */
    public boolean isDefault(String attribute) {
        Object value = value(attribute);
        for (ExecutableElement declared : mirror.getElementValues().keySet()) {
            if (value != null && declared.getSimpleName().contentEquals(attribute)) {
                AnnotationValue standard = declared.getDefaultValue();
                return standard != null && value.equals(standard.getValue());
            }
        }
        return true;
    }

    /** The value of an attribute, unless it is the default. */
    public <T> Optional<T> unlessDefault(String attribute, Function<String, T> value) {
        return isDefault(attribute) ? Optional.empty() : Optional.of(value.apply(attribute));
    }

    /** The names of the explicit values, without the attributes that have their defaults. */
    public List<String> given() {
        return mirror.getElementValues().keySet().stream()
                .map(method -> method.getSimpleName().toString())
                .toList();
    }

    /** A list of annotations. */
    public List<AnnotationMirror> annotations(String attribute) {
        return values(attribute, AnnotationMirror.class);
    }

    private <T> List<T> values(String attribute, Class<T> kind) {
        return items(attribute).stream()
                .map(AnnotationValue::getValue)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private List<AnnotationValue> items(String attribute) {
        if (!(value(attribute) instanceof List<?> items)) {
            return List.of();
        }
        List<AnnotationValue> values = new ArrayList<>(items.size());
        for (Object item : items) {
            values.add((AnnotationValue) item);
        }
        return values;
    }

    private @Nullable Object value(String attribute) {
        AnnotationValue value = values.get(attribute);
        return value == null || UnresolvedNames.is(value) ? null : value.getValue();
    }
}
