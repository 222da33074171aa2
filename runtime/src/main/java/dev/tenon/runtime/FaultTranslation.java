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

    /** Work that may throw any internal exception. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Does the work. */
    static <T> T translated(Work<T> work) {
        try {
            return work.run();
        } catch (FaultException fault) {
            throw new TenonException(fault.fault(), fault.getCause());
        } catch (MigrationDirectoryException broken) {
            throw new TenonException(of(broken.problem()), broken);
        } catch (SQLException unexpected) {
            throw new TenonException(ConnectionFaults.unexpected(unexpected), unexpected);
        }
    }

    /** Does the work; what the database reports stays as it is, because the caller hands it on. */
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
