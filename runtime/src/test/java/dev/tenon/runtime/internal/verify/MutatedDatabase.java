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

/** A database in which something is changed behind Tenon's back, looked for, mended and undone, one change after the other. */
record MutatedDatabase(Scratch scratch, Schema schema, String untouched, boolean qualifies) implements AutoCloseable {

    /** PostgreSQL makes no savepoint right after a domain's constraint was dropped in the same transaction. */
    private static final String NEXT_COMMAND = "CREATE TEMPORARY TABLE next_command (); DROP TABLE next_command";

    /** What is done while a change is there. */
    interface Look {
        void take(Connection connection, Statement statement) throws SQLException;
    }

    /** A database that is what the snapshot says. */
    static MutatedDatabase of(Scratch scratch, Schema schema) throws SQLException {
        Connection connection = scratch.connection();
        boolean qualifies = connection.getMetaData().getDatabaseMajorVersion() < 16;
        return new MutatedDatabase(scratch, schema, fingerprint(connection), qualifies);
    }

    /** Outside a transaction indexes are built beside writers; what they come to shows inside one, too. */
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

    /** Looks at the change, which is undone afterwards. */
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

    /** Runs what is printed, in the transaction that is open, as people would who look into no other schema. */
    static void mend(Statement statement, VerifyResult found) throws SQLException {
        statement.execute("SET LOCAL search_path = public");
        statement.setEscapeProcessing(false);
        for (Correction correction : found.corrections()) {
            if (!correction.sql().isEmpty()) {
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

    /** Before PostgreSQL 16 the columns in a view's query are all qualified. */
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

    /** The oldest version of PostgreSQL that has such a thing. */
    static int from(Mutation mutation) {
        return mutation.sql().startsWith("-- from 18") ? 18 : 0;
    }

    /** No statement mends it. */
    static boolean isByHand(Mutation mutation) {
        return mutation.sql().startsWith("-- by hand");
    }
}
