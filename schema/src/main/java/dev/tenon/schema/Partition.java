package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A partition of a table. It has the columns, constraints and indexes of the table. Policies and privileges are its
 * own, because PostgreSQL checks those of the partition when it is accessed directly: a partition has the row-level
 * security of its table, and no privileges are granted on it.
 *
 * @param name the partition's name; the partition is in the PostgreSQL schema of its table
 * @param bound its bound
 * @param rowSecurity whether row-level security is enabled, and whether it applies to the owner too
 * @param policies the row-level security policies, sorted by name
 * @param grants the privileges on it, sorted by grantee
 * @param comment the comment on it
 */
public record Partition(
        String name,
        PartitionBound bound,
        RowSecurity rowSecurity,
        List<Policy> policies,
        List<Grant> grants,
        Optional<String> comment)
        implements Keyed<String> {

    public Partition {
        Normalization.text("a partition's name", name);
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(rowSecurity, "rowSecurity");
        policies = Normalization.sorted("policies of partition ", name, policies);
        grants = Normalization.sorted("grants on partition ", name, grants);
        Objects.requireNonNull(comment, "comment");
    }

    /** A partition without row-level security. */
    public static Partition of(String name, PartitionBound bound, Optional<String> comment) {
        return new Partition(name, bound, RowSecurity.DISABLED, List.of(), List.of(), comment);
    }

    public Partition withName(String other) {
        return new Partition(other, bound, rowSecurity, policies, grants, comment);
    }

    public Partition withBound(PartitionBound other) {
        return new Partition(name, other, rowSecurity, policies, grants, comment);
    }

    public Partition withAccess(RowSecurity security, List<Policy> others, List<Grant> privileges) {
        return new Partition(name, bound, security, others, privileges, comment);
    }
}
