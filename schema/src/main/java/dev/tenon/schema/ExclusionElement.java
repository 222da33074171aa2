package dev.tenon.schema;

import java.util.Objects;

/**
 * One of the comparisons of an exclusion constraint.
 *
 * @param key what is compared
 * @param operator what it is compared by, for example {@code &&}; {@code OPERATOR(schema.name)} where it is not one of
 *     PostgreSQL's own
 */
public record ExclusionElement(IndexKey key, String operator) {

    public ExclusionElement {
        Objects.requireNonNull(key, "key");
        Normal.text("an exclusion constraint's operator", operator);
    }
}
