package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.StepMode;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.LockLevel;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.StatementCost;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.rule.Finding;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Applies a migration while rows are written before each of its steps, and checks that the tables keep their files: a
 * rewrite would create new ones.
 */
final class MigrationUnderWrites {

    private final Scratch scratch;
    private final List<QualifiedName> tables;

    MigrationUnderWrites(Scratch scratch, QualifiedName... tables) {
        this.scratch = scratch;
        this.tables = List.of(tables);
    }

    /** Writes of other sessions. */
    interface Writing {

        /** Writes before the step with that number, from 1. */
        void before(int step) throws SQLException;
    }

    /** Applies the migration, checks the result, and returns the number of steps. */
    int apply(Schema before, CompiledSnapshot after, Set<String> accepted, Writing writing) throws SQLException {
        MigrationDraft draft = MigrationDraft.of(before, after, accepted);
        assertThat(draft.findings()).extracting(Finding::message).isEmpty();
        String files = files();
        int at = 0;
        for (Step step : draft.steps()) {
            at++;
            writing.before(at);
            boolean transaction = step.mode() == StepMode.TRANSACTION;
            scratch.executeAsIs(transaction ? "BEGIN" : "SELECT");
            for (Statement statement : step.statements()) {
                holdsUpNobody(statement);
                scratch.executeAsIs(statement.sql());
            }
            scratch.executeAsIs(transaction ? "COMMIT" : "SELECT");
        }
        assertThat(Verification.verify(scratch.connection(), draft.snapshot(), true)
                        .differences())
                .isEmpty();
        assertThat(files()).as("the files of the tables").isEqualTo(files);
        assertThat(MigrationDraft.of(draft.snapshot(), after, Set.of()).changes())
                .isEmpty();
        return at;
    }

    /** Checks that no temporary trigger, function, type or sequence remains. */
    void leavesNothing() throws SQLException {
        assertThat(scratch.text("SELECT string_agg(tgname, ',') FROM pg_trigger WHERE NOT tgisinternal"))
                .isNull();
        assertThat(scratch.text("SELECT string_agg(proname, ',') FROM pg_proc WHERE proname LIKE 'tenon%'"))
                .isNull();
        assertThat(scratch.text("SELECT string_agg(typname, ',') FROM pg_type WHERE typname LIKE '%tenon\\_%'"))
                .isNull();
        assertThat(scratch.text("SELECT string_agg(relname, ',') FROM pg_class WHERE relname LIKE '%tenon\\_new%'"))
                .isNull();
    }

    private static void holdsUpNobody(Statement statement) {
        assertThat(statement.cost()).as(statement.sql()).isNotEqualTo(StatementCost.REWRITE);
        if (statement.cost() == StatementCost.SCAN || statement.cost() == StatementCost.BUILD) {
            assertThat(statement.locks())
                    .as(statement.sql())
                    .allMatch(lock -> lock.level().compareTo(LockLevel.SHARE_UPDATE_EXCLUSIVE) <= 0);
        }
    }

    private String files() throws SQLException {
        StringBuilder files = new StringBuilder();
        for (QualifiedName table : tables) {
            files.append(scratch.text("SELECT pg_relation_filenode('" + table + "')::text"))
                    .append(' ');
        }
        return files.toString();
    }
}
