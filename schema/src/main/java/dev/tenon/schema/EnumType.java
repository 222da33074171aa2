package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An enum type.
 *
 * @param name the type's name
 * @param labels its labels in their sort order
 * @param comment the comment on the type
 */
public record EnumType(QualifiedName name, List<String> labels, Optional<String> comment)
        implements Keyed<QualifiedName> {

    public EnumType {
        Objects.requireNonNull(name, "name");
        labels = List.copyOf(labels);
        if (labels.stream().distinct().count() != labels.size()) {
            throw new IllegalArgumentException("enum " + name + " has a duplicate label: " + labels);
        }
        Objects.requireNonNull(comment, "comment");
    }
}
