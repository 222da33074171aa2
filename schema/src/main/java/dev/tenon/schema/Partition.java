package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A partition of a table. Columns, constraints and indexes are those of the table; who may do what is not, because
 * PostgreSQL asks the partition itself when it is named directly. So a partition is guarded as its table is, and granted
 * to nobody.
 *
 * @param name the partition's name; it lives in the PostgreSQL schema of its table
 * @param bound which rows it takes
 * @param rowSecurity whether row-level security is on, and whether it binds the owner too
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
        implements Named<String> {

    public Partition {
        Normal.text("a partition's name", name);
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(rowSecurity, "rowSecurity");
        policies = Normal.sorted("policies of partition ", name, policies);
        grants = Normal.sorted("grants on partition ", name, grants);
        Objects.requireNonNull(comment, "comment");
    }

    /** A partition that nothing guards yet. */
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
