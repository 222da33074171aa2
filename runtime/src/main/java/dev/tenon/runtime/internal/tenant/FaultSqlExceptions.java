package dev.tenon.runtime.internal.tenant;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;

/**
 * Creates the errors of calls that a guarded connection refuses.
 *
 * @param state their SQLSTATE
 */
record FaultSqlExceptions(String state) {

    FaultSqlException of(String problem, String remedy) {
        return new FaultSqlException(new Fault(FaultCode.TENANT_CALL_REFUSED, problem, remedy), state, null);
    }
}
