package dev.tenon.processor.internal.read.annotation;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.util.ElementFilter;

/** The data that all annotations of one type share: the full name, and the attributes with their defaults. */
record AnnotationKind(
        String name, String ours, Map<ExecutableElement, String> attributes, Map<String, AnnotationValue> defaults) {

    static AnnotationKind of(Element type) {
        Map<ExecutableElement, String> attributes = new HashMap<>();
        Map<String, AnnotationValue> defaults = new HashMap<>();
        for (ExecutableElement attribute : ElementFilter.methodsIn(type.getEnclosedElements())) {
            String name = attribute.getSimpleName().toString();
            attributes.put(attribute, name);
            if (attribute.getDefaultValue() != null) {
                defaults.put(name, attribute.getDefaultValue());
            }
        }
        String name = type instanceof QualifiedNameable named
                ? named.getQualifiedName().toString()
                : "";
        String ours =
                name.startsWith(EntityAnnotations.PACKAGE) ? name.substring(EntityAnnotations.PACKAGE.length()) : "";
        return new AnnotationKind(name, ours, attributes, defaults);
    }

    AnnotationUse use(Element element, AnnotationMirror mirror) {
        Map<? extends ExecutableElement, ? extends AnnotationValue> said = mirror.getElementValues();
        if (said.isEmpty()) {
            return new AnnotationUse(element, mirror, defaults);
        }
        Map<String, AnnotationValue> values = new HashMap<>(defaults);
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> each : said.entrySet()) {
            String known = attributes.get(each.getKey());
            values.put(known == null ? each.getKey().getSimpleName().toString() : known, each.getValue());
        }
        return new AnnotationUse(element, mirror, values);
    }
}
