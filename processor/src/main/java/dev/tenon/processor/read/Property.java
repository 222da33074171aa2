package dev.tenon.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A field, record component or getter that is a column.
 *
 * @param path how lists name it: the field's name, after those of the embedded fields that it lies in
 * @param element the field or getter
 * @param type the field's type as the entity sees it, without type variables of superclasses
 * @param column the column's name
 */
public record Property(String path, Element element, TypeMirror type, String column) {}
