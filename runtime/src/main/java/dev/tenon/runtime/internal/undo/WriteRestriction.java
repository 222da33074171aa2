package dev.tenon.runtime.internal.undo;

/** Whether a statement may reject writes or change their result. */
enum WriteRestriction {
    /** Never. */
    NONE,
    /** Only on objects that existed before the migration. */
    ON_EXISTING,
    /** Always. */
    ALWAYS
}
