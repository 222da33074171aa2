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
 * The suite that shows that tenants are kept apart: a test for each probe of each table of tenants, and of the application
 * role, unless the probe has nothing to try there. This is all that it takes:
 *
 * <pre>{@code
 * class TenantsAreKeptApartTest extends TenantIsolationTests {}
 * }</pre>
 *
 * <p>The tables are those of the compiled snapshot, so a new entity has its tests with its next compilation. The migrations are
 * those of {@link TenonTest}, which may stand on the class with others. What every probe tries is in {@code docs/guide/verifying.md}.
 */
@TenonTest
public abstract class TenantIsolationTests {

    /** For subclasses. */
    protected TenantIsolationTests() {}

    /** What the database should be, and what in it belongs to tenants: what the processor wrote beside the compiled classes. */
    protected Schema schema() {
        return CompiledSchema.load();
    }

    /**
     * Tries everything once, and makes a test of each answer.
     *
     * @param connection a connection of the migrating role
     * @throws SQLException if the database gives no answer at all
     */
    @TestFactory
    final Stream<DynamicNode> tenantsAreKeptApart(Connection connection) throws SQLException {
        Schema schema = schema();
        if (schema.tenancy().isEmpty()) {
            throw new AssertionError("the schema declares no tenancy; declare it on a package: @Schema(tenancy = …)");
        }
        IsolationReport report = IsolationProof.prove(connection, schema);
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
                        + result.verdict().word() + ": " + result.detail());
            }
        });
    }
}
