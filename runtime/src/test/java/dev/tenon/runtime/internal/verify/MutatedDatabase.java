package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.catalog.CatalogFingerprint;
import dev.tenon.runtime.verify.Correction;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** A database for tests that change one thing outside Tenon, verify it, run the corrections, and roll back. */
record MutatedDatabase(Scratch scratch, Schema schema, String untouched, boolean qualifies) implements AutoCloseable {

    /** PostgreSQL refuses a savepoint directly after a command that drops a domain's constraint. */
    private static final String NEXT_COMMAND = "CREATE TEMPORARY TABLE next_command (); DROP TABLE next_command";

    /** An action during a mutation. */
    interface Look {
        void take(Connection connection, Statement statement) throws SQLException;
    }

    /** Creates the record for a database that equals the snapshot. */
    static MutatedDatabase of(Scratch scratch, Schema schema) throws SQLException {
        Connection connection = scratch.connection();
        boolean qualifies = connection.getMetaData().getDatabaseMajorVersion() < 16;
        return new MutatedDatabase(scratch, schema, fingerprint(connection), qualifies);
    }

    /**
     * Checks the differences and the corrections of a mutation. CREATE INDEX runs without CONCURRENTLY, because
     * everything runs in one transaction.
     */
    void verify(Mutation mutation) throws SQLException {
        List<String> expected = mutation.expected().stream().map(scratch::named).toList();
        look(mutation, (connection, statement) -> {
            assertThat(fingerprint(connection)).isNotEqualTo(untouched);
            VerifyResult found = Verification.verifyInTransaction(connection, schema, isStrict(mutation));
            assertThat(found.differences().stream().map(difference -> alike(difference.toString())))
                    .containsExactlyElementsOf(
                            expected.stream().map(this::alike).toList());
            if (isByHand(mutation)) {
                assertThat(found.corrections())
                        .isNotEmpty()
                        .allMatch(correction -> correction.sql().isEmpty()
                                && !correction.caution().isEmpty());
                return;
            }
            mend(statement, found);
            assertThat(found.clean() ? List.of() : differences(connection, isStrict(mutation)))
                    .as("%s", found.corrections())
                    .isEmpty();
        });
    }

    /** Runs the action during the mutation, and rolls back. */
    void look(Mutation mutation, Look look) throws SQLException {
        Connection connection = scratch.connection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(scratch.named(mutation.sql()));
            statement.execute(NEXT_COMMAND);
            look.take(connection, statement);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        scratch.close();
    }

    private static String fingerprint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + CatalogFingerprint.sql())) {
            row.next();
            return row.getString(1);
        }
    }

    /** Runs the corrections in the current transaction, with a search path that contains only {@code public}. */
    static void mend(Statement statement, VerifyResult found) throws SQLException {
        statement.execute("SET LOCAL search_path = public");
        statement.setEscapeProcessing(false);
        for (Correction correction : found.corrections()) {
            // The transaction of the test is that of the correction.
            if (!Set.of("", "BEGIN", "COMMIT").contains(correction.sql())) {
                statement.execute(correction.sql().replace(" CONCURRENTLY", ""));
            }
        }
        statement.execute(NEXT_COMMAND);
    }

    private List<String> differences(Connection connection, boolean strict) throws SQLException {
        return Verification.verifyInTransaction(connection, schema, strict).differences().stream()
                .map(Difference::toString)
                .toList();
    }

    /** Removes qualifiers from a difference, because PostgreSQL before 16 qualifies all columns in a view's query. */
    private String alike(String difference) {
        return qualifies
                ? difference
                        .replaceAll("(?<=[ (])(job|\"new\\.table\"|\"old;table\")\\.", "")
                        .replaceAll("Position: \\d+", "")
                : difference;
    }

    private static boolean isStrict(Mutation mutation) {
        return mutation.sql().startsWith("-- strict");
    }

    /** Returns the oldest version of PostgreSQL on which the mutation runs. */
    static int from(Mutation mutation) {
        return mutation.sql().startsWith("-- from 18") ? 18 : 0;
    }

    /** Whether no statement reverts the mutation. */
    static boolean isByHand(Mutation mutation) {
        return mutation.sql().startsWith("-- by hand");
    }
}
