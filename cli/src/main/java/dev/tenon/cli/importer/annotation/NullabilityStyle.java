package dev.tenon.cli.importer.annotation;

/** How generated records and classes declare a nullable column. */
public enum NullabilityStyle {
    /** The type is an {@link java.util.Optional}. */
    OPTIONAL,
    /** The type carries the {@code @Nullable} of JSpecify. */
    JSPECIFY,
    /** {@code @Column(nullable = true)}. */
    COLUMN
}
