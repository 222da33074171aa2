package dev.tenon.runtime.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.internal.isolation.IsolationProof;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For random tenant tables, the schema that Tenon generates isolates tenants, and the proof confirms it. {@code
 * -Dtenon.endurance=true} tries a hundred times as many schemas.
 */
class RandomTenantsTest {

    private static final int SEEDS = Endurance.ASKED ? 400 : 4;

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void everySchemaOfTenantsIsIsolated(int version) throws SQLException {
        List<String> failures = new ArrayList<>();
        Map<String, Integer> verdicts = new TreeMap<>();
        try (TestDatabase database = DevPostgres.version(version).database()) {
            for (long seed = version; seed < version + 4L * SEEDS; seed += 4) {
                for (ProbeResult result :
                        prove(RandomTenants.of(seed), database).results()) {
                    verdicts.merge(result.verdict().text(), 1, Integer::sum);
                    if (result.verdict().fails()) {
                        failures.add("seed " + seed + " on " + version + ": " + result);
                    }
                }
            }
        }
        System.out.printf("random schemas of tenants: %d on %d, %s%n", SEEDS, version, verdicts);
        assertThat(failures).isEmpty();
    }

    private static IsolationReport prove(Schema schema, TestDatabase database) throws SQLException {
        // A session that had a tenant cannot test the unset state.
        try (Connection connection = database.connection()) {
            PairRun.empty(connection);
            MigrationDraft draft = MigrationDraft.of(
                    Schema.EMPTY, new CompiledSnapshot(schema, MigrationHints.NONE, Map.of()), Set.of());
            try (Statement statement = connection.createStatement()) {
                for (Step step : draft.steps()) {
                    for (dev.tenon.schema.internal.plan.statement.Statement each : step.statements()) {
                        statement.execute(each.sql());
                    }
                }
            }
            Rows.insert(connection, schema);
            return IsolationProof.prove(connection, schema);
        }
    }
}
