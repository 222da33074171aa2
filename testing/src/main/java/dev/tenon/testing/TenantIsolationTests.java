package dev.tenon.testing;

import dev.tenon.runtime.CompiledSchema;
import dev.tenon.runtime.internal.isolation.IsolationProof;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A suite that tests tenant isolation: one test for each probe of each tenant table and of the application role, except
 * probes that do not apply. This is a complete suite:
 *
 * <pre>{@code
 * class TenantsAreKeptApartTest extends TenantIsolationTests {}
 * }</pre>
 *
 * <p>The tables are those of the compiled snapshot, so a new entity has its tests after the next compilation. The
 * migrations are those of {@link TenonTest}, which the class may repeat with others. The probes are described in
 * {@code docs/guide/verifying.md}.
 */
@TenonTest
public abstract class TenantIsolationTests {

    /** Called by subclasses. */
    protected TenantIsolationTests() {}

    /** Returns the expected schema with the tenant tables: the compiled snapshot by default. */
    protected Schema schema() {
        return CompiledSchema.load();
    }

    /**
     * Runs all probes once, and creates a test for each result.
     *
     * @param connection a connection of the migrating role
     * @throws SQLException if the connection is lost
     */
    @TestFactory
    final Stream<DynamicNode> tenantsAreKeptApart(Connection connection) throws SQLException {
        Schema schema = schema();
        if (schema.tenancy().isEmpty()) {
            throw new AssertionError("the schema declares no tenancy; declare it on a package: @Schema(tenancy = …)");
        }
        IsolationReport report = IsolationProof.prove(connection, schema);
        if (!report.tried()) {
            throw new AssertionError(report.results().get(0).detail());
        }
        Map<ObjectPath, List<DynamicTest>> tests = new LinkedHashMap<>();
        for (ProbeResult result : report.results()) {
            if (result.verdict() != Verdict.NOT_APPLICABLE) {
                tests.computeIfAbsent(result.at(), at -> new ArrayList<>()).add(test(result));
            }
        }
        return tests.entrySet().stream()
                .map(object -> DynamicContainer.dynamicContainer(object.getKey().toString(), object.getValue()));
    }

    private static DynamicTest test(ProbeResult result) {
        return DynamicTest.dynamicTest(result.probe(), () -> {
            if (result.verdict().fails()) {
                throw new AssertionError(result.at() + ": " + result.probe() + " is "
                        + result.verdict().text() + ": " + result.detail());
            }
        });
    }
}
