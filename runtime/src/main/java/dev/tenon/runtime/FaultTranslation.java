package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.runtime.internal.session.ConnectionFaults;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Translates internal exceptions to {@link TenonException} at the boundary of the library. */
final class FaultTranslation {

    private FaultTranslation() {}

    /** An action that may throw any internal exception. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Runs the action and translates all its exceptions. */
    static <T> T translated(Work<T> work) {
        try {
            return work.run();
        } catch (FaultException fault) {
            throw new TenonException(fault.fault(), fault.getCause());
        } catch (MigrationDirectoryException invalid) {
            throw new TenonException(of(invalid.problem()), invalid);
        } catch (SQLException unexpected) {
            throw new TenonException(ConnectionFaults.unexpected(unexpected), unexpected);
        }
    }

    /** Runs the action and translates faults only; the caller passes on what the database reports. */
    static <T> T faultsTranslated(Work<T> work) throws SQLException {
        try {
            return work.run();
        } catch (FaultException fault) {
            throw new TenonException(fault.fault(), fault.getCause());
        }
    }

    /** Converts a problem of a migrations directory to a fault. */
    static Fault of(DirectoryProblem problem) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("file", problem.file());
        if (problem.line() > 0) {
            facts.put("line", Integer.toString(problem.line()));
        }
        return new Fault(problem.code().code(), problem.place() + ": " + problem.problem(), problem.remedy(), facts);
    }
}
