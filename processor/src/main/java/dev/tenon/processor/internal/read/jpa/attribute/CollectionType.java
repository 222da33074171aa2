package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.structure.ReadContext;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The type of an attribute that holds several values.
 *
 * @param kind how the values are distinguished
 * @param key the type of a map's keys
 * @param element the type of the values
 */
public record CollectionType(Kind kind, Optional<TypeMirror> key, TypeMirror element) {

    /** How the values are distinguished. */
    public enum Kind {
        /** Not at all: the same value may occur twice. */
        BAG,
        /** By position. */
        LIST,
        /** By value. */
        SET,
        /** By key. */
        MAP
    }

    /** The type of the attribute, or empty if it is not a collection or map. */
    public static Optional<CollectionType> of(ReadContext context, PersistentAttribute member) {
        if (member.type() instanceof ArrayType array) {
            return Optional.of(new CollectionType(list(member), Optional.empty(), array.getComponentType()));
        }
        if (!(member.type() instanceof DeclaredType type)) {
            return Optional.empty();
        }
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        if (arguments.size() == 2 && is(context, type, "java.util.Map")) {
            return Optional.of(new CollectionType(Kind.MAP, Optional.of(arguments.get(0)), arguments.get(1)));
        }
        if (arguments.size() != 1 || !is(context, type, "java.util.Collection")) {
            return Optional.empty();
        }
        Kind kind = is(context, type, "java.util.Set") ? Kind.SET : list(member);
        return Optional.of(new CollectionType(kind, Optional.empty(), arguments.get(0)));
    }

    private static Kind list(PersistentAttribute member) {
        return member.marks().has("OrderColumn") ? Kind.LIST : Kind.BAG;
    }

    private static boolean is(ReadContext context, DeclaredType type, String name) {
        TypeElement wanted = context.elements().getTypeElement(name);
        return context.types()
                .isAssignable(context.types().erasure(type), context.types().erasure(wanted.asType()));
    }
}
