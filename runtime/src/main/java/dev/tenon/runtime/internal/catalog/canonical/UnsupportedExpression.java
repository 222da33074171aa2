package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.ObjectPath;
import java.util.Objects;

/**
 * An expression of an expected schema that this database refuses, for example because a type or function is missing.
 *
 * @param at the object with the expression
 * @param attribute the attribute of the object; empty if the whole object was refused
 * @param reason the server's message
 */
public record UnsupportedExpression(ObjectPath at, String attribute, String reason) {

    public UnsupportedExpression {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(reason, "reason");
    }
}
