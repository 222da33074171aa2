package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.rule.Finding;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Migrates a database from one schema to the next. After each migration it verifies the database, rereads the snapshot
 * from JSON, and checks that nothing is left to generate.
 */
final class SchemaEvolution {

    private final Scratch scratch;
    private Schema snapshot = Schema.EMPTY;

    SchemaEvolution(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Migrates to another schema that needs neither hints nor acceptance tokens. */
    MigrationDraft to(Schema after) throws SQLException {
        return to(after, MigrationHints.NONE, Set.of());
    }

    /** Migrates to another schema with hints, and checks that exactly these acceptance tokens are needed. */
    MigrationDraft to(Schema after, MigrationHints hints, Set<String> accepted) throws SQLException {
        CompiledSnapshot compiled = new CompiledSnapshot(after, hints, Map.of());
        assertThat(MigrationDraft.of(snapshot, compiled, Set.of()).findings().stream()
                        .flatMap(finding -> finding.acceptance().stream()))
                .containsExactlyInAnyOrderElementsOf(accepted);
        MigrationDraft draft = MigrationDraft.of(snapshot, compiled, accepted);
        assertThat(draft.findings()).extracting(Finding::message).isEmpty();
        for (Step step : draft.steps()) {
            scratch.connection().setAutoCommit(step.mode() != StepMode.TRANSACTION);
            for (Statement statement : step.statements()) {
                scratch.executeAsIs(statement.sql());
            }
            scratch.connection().setAutoCommit(true);
        }
        snapshot = draft.snapshot();
        assertThat(differences()).isEmpty();
        assertThat(SnapshotJson.read(SnapshotJson.write(snapshot))).isEqualTo(snapshot);
        assertThat(MigrationDraft.of(snapshot, new CompiledSnapshot(after, MigrationHints.NONE, Map.of()), Set.of())
                        .changes())
                .isEmpty();
        return draft;
    }

    /** Returns the differences after a change made outside Tenon, and checks that the corrections revert it. */
    List<String> differencesAfter(String sql) throws SQLException {
        scratch.connection().setAutoCommit(false);
        try (java.sql.Statement statement = scratch.connection().createStatement()) {
            statement.execute(sql);
            VerifyResult found = Verification.verifyInTransaction(scratch.connection(), snapshot, true);
            MutatedDatabase.mend(statement, found);
            Set<QualifiedName> byHand = found.corrections().stream()
                    .filter(correction -> correction.sql().isEmpty())
                    .map(correction -> correction.at().owner())
                    .collect(Collectors.toSet());
            assertThat(Verification.verifyInTransaction(scratch.connection(), snapshot, true).differences().stream()
                            .filter(left -> !byHand.contains(left.at().owner()))
                            .map(Difference::toString))
                    .isEmpty();
            return found.differences().stream().map(Difference::toString).toList();
        } finally {
            scratch.connection().rollback();
            scratch.connection().setAutoCommit(true);
        }
    }

    /** Returns the statements of a draft. */
    static List<String> statements(MigrationDraft draft) {
        return draft.steps().stream()
                .flatMap(step -> step.statements().stream())
                .map(Statement::sql)
                .toList();
    }

    private List<String> differences() throws SQLException {
        return Verification.verify(scratch.connection(), snapshot, true).differences().stream()
                .map(Difference::toString)
                .toList();
    }
}
