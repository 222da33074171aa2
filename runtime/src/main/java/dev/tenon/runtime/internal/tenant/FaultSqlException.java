package dev.tenon.runtime.internal.tenant;

import dev.tenon.runtime.fault.Fault;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Carries a fault through methods of JDBC, which may only throw {@link SQLException}. */
public final class FaultSqlException extends SQLException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /**
     * Creates the exception.
     *
     * @param fault the problem
     * @param state its SQLSTATE
     * @param cause what the database reported, or null
     */
    FaultSqlException(Fault fault, String state, @Nullable Throwable cause) {
        super(fault.message(), state, cause);
        this.fault = fault;
    }

    /** Returns the problem and its remedy. */
    public Fault fault() {
        return fault;
    }
}
