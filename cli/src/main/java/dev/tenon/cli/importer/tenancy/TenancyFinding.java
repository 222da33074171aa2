package dev.tenon.cli.importer.tenancy;

import java.util.Objects;

/**
 * Something that the database lacks to isolate tenants, or that changes when the sources are applied.
 *
 * @param kind its kind
 * @param object the table, view, routine or role
 * @param text what it is, and what follows from it
 */
public record TenancyFinding(Kind kind, String object, String text) {

    /** The kinds of findings, in the order in which they are printed. */
    public enum Kind {
        /** A table without the tenant column, or with an unsuitable one. */
        COLUMN,
        /** A table without the tenant column that needs a decision before the sources compile. */
        DECISION,
        /** A table whose rows all tenants share. */
        SHARED,
        /** A key or unique index that holds across all tenants. */
        GLOBAL_KEY,
        /** A foreign key that does not include the tenant column, or a missing one. */
        FOREIGN_KEY,
        /** Row-level security that is off, or does not apply to the owner. */
        ROW_SECURITY,
        /** A policy. */
        POLICY,
        /** Privileges that the application role gains or loses, and roles that lose access to rows. */
        PRIVILEGE,
        /** A view that reads rows of tenants. */
        VIEW,
        /** A routine that policies do not stop. */
        ROUTINE
    }

    public TenancyFinding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return object + ": " + text;
    }
}
