package dev.tenon.schema;

import java.util.Objects;

/**
 * One comparison of an exclusion constraint.
 *
 * @param key what is compared
 * @param operator the operator, for example {@code &&}; {@code OPERATOR(schema.name)} if it is not built in
 */
public record ExclusionElement(IndexKey key, String operator) {

    public ExclusionElement {
        Objects.requireNonNull(key, "key");
        Normalization.text("an exclusion constraint's operator", operator);
    }

    public ExclusionElement withKey(IndexKey other) {
        return new ExclusionElement(other, operator);
    }
}
