package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A partition of a table. It has the columns, constraints and indexes of the table. Policies and privileges are its
 * own, because PostgreSQL checks those of the partition when it is accessed directly: by default, a partition has the
 * row-level security and the policies of its table, and no privileges are granted on it.
 *
 * @param name the partition's name; the partition is in the PostgreSQL schema of its table
 * @param bound its bound
 * @param ownSecurity whether its row-level security and policies are its own, not those of the table
 * @param rowSecurity whether row-level security is enabled, and whether it applies to the owner too
 * @param policies the row-level security policies, sorted by name
 * @param grants the privileges on it, sorted by grantee
 * @param comment the comment on it
 */
public record Partition(
        String name,
        PartitionBound bound,
        boolean ownSecurity,
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

    /** A partition that takes over the row-level security of its table. */
    public static Partition of(String name, PartitionBound bound, Optional<String> comment) {
        return new Partition(name, bound, false, RowSecurity.DISABLED, List.of(), List.of(), comment);
    }

    public Partition withName(String other) {
        return new Partition(other, bound, ownSecurity, rowSecurity, policies, grants, comment);
    }

    public Partition withBound(PartitionBound other) {
        return new Partition(name, other, ownSecurity, rowSecurity, policies, grants, comment);
    }

    public Partition withAccess(RowSecurity security, List<Policy> others, List<Grant> privileges) {
        return new Partition(name, bound, ownSecurity, security, others, privileges, comment);
    }

    /** The same partition with row-level security and policies that do not follow those of its table. */
    public Partition withOwnSecurity(RowSecurity security, List<Policy> others) {
        return new Partition(name, bound, true, security, others, grants, comment);
    }

    /** The same partition with the row-level security of its table, unless its own is declared. */
    Partition guardedLike(RowSecurity security, List<Policy> others) {
        return ownSecurity ? this : withAccess(security, others, grants);
    }
}
