package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.MigrationName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Creates the faults for a database that differs from a snapshot. */
final class DriftFaults {

    private DriftFaults() {}

    /** Creates the fault for a database that differs from the newest snapshot. */
    static Fault drift(VerifyResult verification) {
        return fault(
                FaultCode.DRIFT,
                "all migrations are applied, but the database differs from the newest snapshot: ",
                verification.differences(),
                "revert the manual changes, or add them to the entities");
    }

    /** Creates the fault for a database from which a migration was taken back, and which differs for another reason. */
    static Fault afterAbandon(MigrationName migration, VerifyResult verification) {
        return fault(
                FaultCode.DRIFT,
                migration + " is taken back, but the database differs from the snapshot before it: ",
                verification.differences(),
                "revert the manual changes; 'tenon verify' prints SQL that does");
    }

    /** Creates the fault for a database without the schema that the classes need. */
    static Fault lacking(List<Difference> differences) {
        return fault(
                FaultCode.SCHEMA_LACKING,
                "the database does not have what these classes need: ",
                differences,
                "apply the migrations of this version before starting it, or start the version that matches the"
                        + " database");
    }

    private static Fault fault(FaultCode code, String problem, List<Difference> differences, String remedy) {
        return new Fault(
                code,
                problem + differences.stream().map(Difference::toString).collect(Collectors.joining("; ")),
                remedy,
                Map.of("differences", Integer.toString(differences.size())));
    }
}
