package dev.tenon.runtime.isolation;

import java.util.Objects;

/**
 * A statement of an admitted role that saw rows outside of its session's tenant.
 *
 * @param role the role
 * @param table the table whose rows it saw
 * @param statement the beginning of the statement
 * @param sessions the number of sessions in which it was the first to do so
 */
public record ObservedStatement(String role, String table, String statement, long sessions) {

    public ObservedStatement {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(statement, "statement");
    }
}
