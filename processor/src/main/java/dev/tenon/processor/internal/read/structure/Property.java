package dev.tenon.processor.internal.read.structure;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A field, record component or getter that maps to a column.
 *
 * @param path its name in lists of annotations: the field's name, after the names of the embedded fields around it
 * @param element the field or getter
 * @param type the field's type as a member of the entity, with type variables of superclasses replaced
 * @param column the column's name
 */
public record Property(String path, Element element, TypeMirror type, String column) {}
