package dev.tenon.processor.internal.read.annotation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the interface methods that the components of a record implement; the components inherit the annotations of
 * these methods.
 */
public final class Accessors {

    private Accessors() {}

    /** The methods that a record component's field implements; none for the field of a class. */
    static List<ExecutableElement> of(Element field) {
        List<ExecutableElement> methods = new ArrayList<>();
        if (field.getKind() == ElementKind.FIELD
                && field.getEnclosingElement() instanceof TypeElement type
                && type.getKind() == ElementKind.RECORD
                && !type.getInterfaces().isEmpty()) {
            for (ExecutableElement method : declaredAbove(type)) {
                if (method.getSimpleName().equals(field.getSimpleName())
                        && method.getParameters().isEmpty()) {
                    methods.add(method);
                }
            }
        }
        return methods;
    }

    /** The methods of all interfaces of a type, those of the nearest interface first. */
    public static List<ExecutableElement> declaredAbove(TypeElement type) {
        Set<TypeElement> interfaces = new LinkedHashSet<>();
        collect(type, interfaces);
        List<ExecutableElement> methods = new ArrayList<>();
        interfaces.forEach(each -> methods.addAll(ElementFilter.methodsIn(each.getEnclosedElements())));
        return methods;
    }

    private static void collect(TypeElement type, Set<TypeElement> interfaces) {
        List<TypeElement> own = new ArrayList<>();
        for (TypeMirror mirror : type.getInterfaces()) {
            if (mirror instanceof DeclaredType declared
                    && declared.asElement() instanceof TypeElement element
                    && !element.getQualifiedName().toString().startsWith("java.")
                    && interfaces.add(element)) {
                own.add(element);
            }
        }
        own.forEach(each -> collect(each, interfaces));
    }
}
