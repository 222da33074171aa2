package dev.tenon.annotation;

/** Whether rows that are written through a view must be visible in it, as with {@code WITH CHECK OPTION}. */
public enum CheckOption {
    /** Rows are not checked. */
    NONE,
    /** Rows must be visible in the view itself. */
    LOCAL,
    /** Rows must be visible in the view and in all views below it. */
    CASCADED
}
