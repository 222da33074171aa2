package dev.tenon.annotation;

/** Whether rows that are written through a view must be visible in it. */
public enum CheckOption {
    /** No. */
    NONE,
    /** In the view itself. */
    LOCAL,
    /** In the view and all those below it. */
    CASCADED
}
