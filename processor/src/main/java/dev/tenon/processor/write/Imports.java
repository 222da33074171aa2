package dev.tenon.processor.write;

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
 * The names by which one generated class calls types: short where that is clear, with imports for them. Types of
 * {@code java.lang} are imported like all others, since a class of the same name in the package would hide them.
 */
final class Imports {

    private final String packageName;
    private final Map<String, String> bySimpleName = new TreeMap<>();

    Imports(String packageName, String ownName) {
        this.packageName = packageName;
        bySimpleName.put(ownName, qualified(packageName, ownName));
    }

    /** The type as it is written in the class; annotations on it are left out. */
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

    /** The class without type arguments as it is written. */
    String name(TypeElement type) {
        Element outer = type.getEnclosingElement();
        if (outer instanceof TypeElement enclosing) {
            return name(enclosing) + "." + type.getSimpleName();
        }
        return name(type.getQualifiedName().toString());
    }

    /** The top-level class of that full name as it is written. */
    String name(String qualified) {
        String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
        String known = bySimpleName.putIfAbsent(simple, qualified);
        return known == null || known.equals(qualified) ? simple : qualified;
    }

    /** The import declarations for all names so far, a line each, sorted. */
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
