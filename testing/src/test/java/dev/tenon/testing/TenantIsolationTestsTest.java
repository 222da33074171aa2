package dev.tenon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Tests the suite for users from outside: which tests it contains, and which fails for which leak. */
class TenantIsolationTestsTest {

    /** A class of a user with the migrations of the example. */
    @TenonTest(migrations = TenonExtensionTest.MIGRATIONS)
    static class ExampleSuite extends TenantIsolationTests {
        @Override
        protected Schema schema() {
            Path snapshot = Path.of(TenonExtensionTest.MIGRATIONS, "meta", "snapshot.json");
            try {
                return SnapshotJson.read(Files.readString(snapshot));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A class of a user with a database that was changed manually. */
    static class LeakingSuite extends ExampleSuite {
        @BeforeAll
        static void leak(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE public.feedback NO FORCE ROW LEVEL SECURITY");
                statement.execute("GRANT TRUNCATE ON public.member TO authenticated");
            }
        }
    }

    /** A class of a user without tenants. */
    static class TenantlessSuite extends ExampleSuite {
        @Override
        protected Schema schema() {
            return Schema.EMPTY;
        }
    }

    @Test
    void everyTenantTableHasATestForEachProbe() {
        EngineExecutionResults results = run(ExampleSuite.class);
        assertThat(results.testEvents().failed().list()).isEmpty();
        assertThat(results.testEvents().skipped().list()).isEmpty();
        List<String> names = results.allEvents().dynamicallyRegistered().list().stream()
                .map(TenantIsolationTestsTest::name)
                .toList();
        assertThat(names)
                .contains("role authenticated", "table artifact", "table research_step")
                .doesNotContain("table ai_model");
        assertThat(names.stream().filter("other-select"::equals)).hasSize(9);
    }

    @Test
    void eachLeakFailsItsOwnTestsAndSaysWhere() {
        EngineExecutionResults results = run(LeakingSuite.class);
        assertThat(results.testEvents().failed().list().stream().map(TenantIsolationTestsTest::message))
                .hasSize(3)
                .anyMatch(message ->
                        message.startsWith("table feedback: row-security is broken: row-level security does"))
                .anyMatch(message -> message.startsWith("table member: privileges is broken: authenticated may also"))
                .anyMatch(
                        message -> message.startsWith("table member: truncate is broken: authenticated may TRUNCATE"));
    }

    @Test
    void withoutTenantsThereIsNoEmptySuiteThatPasses() {
        EngineExecutionResults results = run(TenantlessSuite.class);
        assertThat(results.containerEvents().failed().list().stream().map(TenantIsolationTestsTest::message))
                .singleElement()
                .asString()
                .startsWith("the schema declares no tenancy");
    }

    private static EngineExecutionResults run(Class<?> suite) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(suite))
                .execute();
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    private static String message(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(Throwable::getMessage)
                .orElse("");
    }
}
