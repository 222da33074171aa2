package dev.tenon.schema;

/** What happens to a referencing row when the referenced row is deleted or its key is updated. */
public enum ForeignKeyAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** The action in SQL, for example {@code SET NULL}. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
