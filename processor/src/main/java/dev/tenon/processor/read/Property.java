package dev.tenon.processor.read;

import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * A field or record component that is a column.
 *
 * @param path how lists name it: the field's name, after those of the embedded fields that it lies in
 * @param element the field
 * @param type the field's type as the entity sees it, without type variables of superclasses
 * @param column the column's name
 */
public record Property(String path, VariableElement element, TypeMirror type, String column) {}
