package dev.tenon.processor.internal.write;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

/** Decides which types are accessible from a class in the package of an entity. */
final class TypeAccessibility {

    private final Elements elements;

    TypeAccessibility(Elements elements) {
        this.elements = elements;
    }

    /** Whether the type is public, with all its enclosing types. */
    boolean isPublic(TypeElement type) {
        return type.getModifiers().contains(Modifier.PUBLIC)
                && (!(type.getEnclosingElement() instanceof TypeElement outer) || isPublic(outer));
    }

    /** Whether the type is accessible in the package of the other type. */
    boolean isVisible(TypeElement type, TypeElement from) {
        if (isPublic(type)) {
            return true;
        }
        boolean samePackage = elements.getPackageOf(type).equals(elements.getPackageOf(from));
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                return false;
            }
        }
        return samePackage;
    }

    /** Whether the type and its component types are accessible in the package of the other type. */
    boolean isVisible(TypeMirror type, TypeElement from) {
        if (type instanceof ArrayType array) {
            return isVisible(array.getComponentType(), from);
        }
        if (type instanceof WildcardType wildcard) {
            return (wildcard.getExtendsBound() == null || isVisible(wildcard.getExtendsBound(), from))
                    && (wildcard.getSuperBound() == null || isVisible(wildcard.getSuperBound(), from));
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            return isVisible(element, from)
                    && declared.getTypeArguments().stream().allMatch(argument -> isVisible(argument, from));
        }
        return type.getKind() != TypeKind.TYPEVAR;
    }
}
