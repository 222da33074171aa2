package dev.tenon.benchmark.vector;

import dev.tenon.benchmark.Databases;
import dev.tenon.benchmark.Folders;
import dev.tenon.benchmark.Times;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Builds an HNSW index on existing vectors: by a plain statement in a session with the server's default settings, and
 * by a migration that Tenon generates and applies.
 */
public final class HnswBenchmark {

    private static final QualifiedName CHUNK = new QualifiedName("public", "chunk");

    private HnswBenchmark() {}

    /**
     * Runs the benchmark, and prints the durations.
     *
     * @param arguments the number of rows and of dimensions; 100,000 rows with 384 dimensions by default
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int dimensions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 384;
        Path folder = Files.createTempDirectory("tenon-benchmark");
        try (TestDatabase database = DevPostgres.shared().database()) {
            Builds builds = measure(database, folder, rows, dimensions);
            System.out.println(
                    "| rows | dimensions | default settings ms | Tenon, applied and verified ms | times as fast |");
            System.out.println("| ---: | ---: | ---: | ---: | ---: |");
            System.out.printf(
                    "| %d | %d | %d | %d | %.2f |%n",
                    rows, dimensions, builds.plain(), builds.migrated(), builds.plain() / (double) builds.migrated());
        } finally {
            Folders.delete(folder);
        }
    }

    /**
     * The durations in milliseconds.
     *
     * @param plain the plain statement
     * @param migrated the migration with the same index, including its verification
     */
    record Builds(long plain, long migrated) {}

    /** Builds the index both ways; the index of the migration remains. */
    static Builds measure(TestDatabase database, Path folder, int rows, int dimensions)
            throws IOException, InterruptedException, SQLException {
        Schema before = schema(dimensions);
        Databases.migrate(database, folder, before, MigrationHints.NONE);
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            fill(statement, rows, dimensions);
            long plain =
                    Times.millis(() -> statement.execute("CREATE INDEX CONCURRENTLY chunk_plain_idx ON public.chunk"
                            + " USING hnsw (embedding halfvec_ip_ops)"));
            statement.execute("DROP INDEX public.chunk_plain_idx");
            Databases.add(folder, indexed(before), MigrationHints.NONE);
            return new Builds(plain, Times.millis(() -> Databases.migrate(database, folder)));
        }
    }

    private static Schema schema(int dimensions) {
        Table chunk = Table.of(
                        CHUNK,
                        List.of(
                                Column.of("id", ColumnType.builtin("bigint")),
                                Column.of("embedding", ColumnType.parse("public.halfvec(" + dimensions + ")"))))
                .withConstraints(List.of(new Constraint.PrimaryKey("chunk_pkey", List.of("id"))));
        return Schema.EMPTY
                .withExtensions(List.of(new Extension("vector", "public")))
                .withTables(List.of(chunk));
    }

    private static Schema indexed(Schema schema) {
        Index index = Index.of(
                "chunk_embedding_idx",
                "hnsw",
                List.of(IndexKey.column("embedding").withOperatorClass(new QualifiedName("public", "halfvec_ip_ops"))));
        return schema.withTables(List.of(schema.tables().get(0).withIndexes(List.of(index))));
    }

    private static void fill(Statement statement, int rows, int dimensions) throws SQLException {
        statement.execute("INSERT INTO public.chunk SELECT n,"
                + " (SELECT array_agg(random()) FROM generate_series(1, " + dimensions + ") WHERE n > 0)::halfvec"
                + " FROM generate_series(1, " + rows + ") n");
    }
}
