package dev.tenon.processor.internal.read.jpa.attribute;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A persistent attribute.
 *
 * @param name the attribute's name
 * @param element the field or getter that carries its annotations
 * @param type its type as a member of the entity, with type variables of superclasses replaced
 * @param marks its annotations
 */
public record PersistentAttribute(String name, Element element, TypeMirror type, JpaAnnotations marks) {}
