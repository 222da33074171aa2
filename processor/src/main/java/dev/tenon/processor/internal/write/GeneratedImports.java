package dev.tenon.processor.internal.write;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Assigns the names of types in one generated class: simple names with imports where they are unambiguous. Types of
 * {@code java.lang} are imported too, because a class of the same name in the package would hide them.
 */
final class GeneratedImports {

    private final String packageName;
    private final Map<String, String> bySimpleName = new TreeMap<>();

    GeneratedImports(String packageName, String ownName) {
        this.packageName = packageName;
        bySimpleName.put(ownName, qualified(packageName, ownName));
    }

    /** The name of the type in the source; annotations on the type are left out. */
    String name(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return name(array.getComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            if (wildcard.getExtendsBound() != null) {
                return "? extends " + name(wildcard.getExtendsBound());
            }
            return wildcard.getSuperBound() == null ? "?" : "? super " + name(wildcard.getSuperBound());
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            String arguments =
                    declared.getTypeArguments().stream().map(this::name).collect(Collectors.joining(", "));
            return name(element) + (arguments.isEmpty() ? "" : "<" + arguments + ">");
        }
        return type.toString();
    }

    /** The name of the class in the source, without type arguments. */
    String name(TypeElement type) {
        Element outer = type.getEnclosingElement();
        if (outer instanceof TypeElement enclosing) {
            return name(enclosing) + "." + type.getSimpleName();
        }
        return name(type.getQualifiedName().toString());
    }

    /** The name of the top-level class with that full name in the source. */
    String name(String qualified) {
        String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
        String known = bySimpleName.putIfAbsent(simple, qualified);
        return known == null || known.equals(qualified) ? simple : qualified;
    }

    /** The import declarations of all names so far, one a line, sorted. */
    String declarations() {
        return bySimpleName.entrySet().stream()
                .filter(each -> !each.getValue().equals(qualified(packageName, each.getKey())))
                .map(each -> "import " + each.getValue() + ";\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private static String qualified(String packageName, String simple) {
        return packageName.isEmpty() ? simple : packageName + "." + simple;
    }
}
