package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A sequence that does not belong to an identity column.
 *
 * @param name the sequence's name
 * @param type the type of its values: {@code smallint}, {@code integer} or {@code bigint}
 * @param options its range, increment and other options
 * @param owner the column that owns it and with which it is dropped; empty if it has no owner
 * @param grants its privileges, sorted by grantee
 * @param comment the comment on the sequence
 */
public record Sequence(
        QualifiedName name,
        ColumnType type,
        SequenceOptions options,
        Optional<Owner> owner,
        List<Grant> grants,
        Optional<String> comment)
        implements Keyed<QualifiedName> {

    /**
     * The column that a sequence belongs to.
     *
     * @param table the column's table
     * @param column the column
     */
    public record Owner(QualifiedName table, String column) {
        public Owner {
            Objects.requireNonNull(table, "table");
            Normalization.text("a sequence's owner", column);
        }

        @Override
        public String toString() {
            return ObjectPath.column(table, column).display();
        }
    }

    public Sequence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        options = options.normal(type);
        Objects.requireNonNull(owner, "owner");
        grants = Normalization.sorted("grants on ", name, grants);
        Objects.requireNonNull(comment, "comment");
    }

    /** A sequence that counts up from 1 by 1 and has no owner. */
    public static Sequence of(QualifiedName name) {
        return new Sequence(
                name,
                ColumnType.builtin("bigint"),
                SequenceOptions.DEFAULT,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public Sequence withName(QualifiedName other) {
        return new Sequence(other, type, options, owner, grants, comment);
    }

    public Sequence withOptions(SequenceOptions other) {
        return new Sequence(name, type, other, owner, grants, comment);
    }

    public Sequence withOwner(Optional<Owner> other) {
        return new Sequence(name, type, options, other, grants, comment);
    }

    public Sequence withGrants(List<Grant> others) {
        return new Sequence(name, type, options, owner, others, comment);
    }
}
