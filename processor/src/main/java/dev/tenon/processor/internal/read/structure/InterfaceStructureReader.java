package dev.tenon.processor.internal.read.structure;

import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Reads the structure of an interface whose methods without parameters are the columns of a view: {@code getTitle()} is
 * {@code title}.
 */
final class InterfaceStructureReader {

    private final Types types;
    private final Annotations annotations;
    private final NamingStrategy naming;
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final List<TypeElement> hierarchy = new ArrayList<>();

    private InterfaceStructureReader(Types types, Annotations annotations, NamingStrategy naming) {
        this.types = types;
        this.annotations = annotations;
        this.naming = naming;
    }

    static EntityStructure read(TypeElement type, Types types, Annotations annotations, NamingStrategy naming) {
        InterfaceStructureReader shape = new InterfaceStructureReader(types, annotations, naming);
        shape.walk(type, (DeclaredType) type.asType());
        return new EntityStructure(type, shape.hierarchy, List.copyOf(shape.properties.values()), List.of(), List.of());
    }

    private void walk(TypeElement type, DeclaredType seenAs) {
        for (TypeMirror parent : type.getInterfaces()) {
            if (types.asElement(parent) instanceof TypeElement element && !hierarchy.contains(element)) {
                walk(element, seenAs);
            }
        }
        hierarchy.add(type);
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (isMapped(method)) {
                String path = path(method);
                String column = annotations
                        .find(method, "Column")
                        .flatMap(use -> use.optionalText("name"))
                        .orElseGet(() -> naming.derive(path));
                TypeMirror returned = ((ExecutableType) types.asMemberOf(seenAs, method)).getReturnType();
                properties.put(path, new Property(path, method, returned, column));
            }
        }
    }

    private boolean isMapped(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT)
                && method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && !annotations.has(method, "Transient");
    }

    private static String path(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean is = method.getReturnType().getKind() == TypeKind.BOOLEAN && begins(name, "is");
        if (!is && !begins(name, "get")) {
            return name;
        }
        String rest = name.substring(is ? 2 : 3);
        boolean shout = rest.length() > 1 && Character.isUpperCase(rest.charAt(1));
        return shout ? rest : Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }

    private static boolean begins(String name, String prefix) {
        return name.startsWith(prefix)
                && name.length() > prefix.length()
                && Character.isUpperCase(name.charAt(prefix.length()));
    }
}
