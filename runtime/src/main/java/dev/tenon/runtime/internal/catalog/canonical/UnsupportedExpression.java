package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.ObjectPath;
import java.util.Objects;

/**
 * An expression of an expected schema that this database does not understand, for example for want of a type or function.
 *
 * @param at the object that holds it
 * @param attribute the attribute of the object; empty where the object as a whole could not be made
 * @param reason what the server says to it
 */
public record UnsupportedExpression(ObjectPath at, String attribute, String reason) {

    public UnsupportedExpression {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(reason, "reason");
    }
}
