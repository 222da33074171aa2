package dev.tenon.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A column of a view. The query determines its type.
 *
 * @param name the column's name
 * @param comment the comment on the column
 */
public record ViewColumn(String name, Optional<String> comment) implements Keyed<String> {

    public ViewColumn {
        Normalization.text("a column's name", name);
        Objects.requireNonNull(comment, "comment");
    }

    /** A column without a comment. */
    public static ViewColumn of(String name) {
        return new ViewColumn(name, Optional.empty());
    }
}
