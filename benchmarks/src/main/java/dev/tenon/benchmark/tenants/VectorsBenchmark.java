package dev.tenon.benchmark.tenants;

import dev.tenon.benchmark.Databases;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Searches for the nearest passages of a tenant through a vector index under row-level security, with few or many
 * tenants.
 */
public final class VectorsBenchmark {

    private static final int DIMENSIONS = 64;

    private VectorsBenchmark() {}

    /**
     * Runs the benchmark, and prints the recall and the median of each way.
     *
     * @param arguments the number of passages, the number of searches, and numbers of tenants; 10,000, 50, and 1, 10
     * and 1,000 by default
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int searches = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        List<Integer> tenants = arguments.length > 2
                ? Arrays.stream(arguments).skip(2).map(Integer::valueOf).toList()
                : List.of(1, 10, 1_000);
        System.out.println("| tenants | way | found of 10 | recall | median ms | plan |");
        System.out.println("| ---: | --- | ---: | ---: | ---: | --- |");
        for (int count : tenants) {
            measure(rows, count, searches).forEach(found -> System.out.println("| " + count + found));
        }
    }

    /** Returns the result of each way for that many passages, tenants and searches. */
    static List<Found> measure(int rows, int tenants, int searches) throws IOException, SQLException {
        try (TenantDatabase made = TenantDatabase.of(TenantSchemas.passages(DIMENSIONS))) {
            TestDatabase database = made.database();
            // Passages form a hundred clusters, so that each has near neighbours; every cluster contains passages of
            // all tenants.
            Databases.execute(
                    database,
                    "SELECT setseed(0.5);" + Rows.organizations(tenants)
                            + """
                    SET maintenance_work_mem = '1GB';
                    CREATE TABLE public.topic AS
                    SELECT t, (SELECT array_agg(random() - 0.5 + 0 * (t + d)) FROM generate_series(1, %1$d) d) AS middle
                    FROM generate_series(0, 99) t;
                    DO $$
                    DECLARE made text := pg_get_indexdef('public.passage_embedding_idx'::regclass);
                    BEGIN
                        DROP INDEX public.passage_embedding_idx;
                        INSERT INTO public.passage (organization_id, embedding)
                        SELECT %3$s, (SELECT array_agg(m + (random() - 0.5) / 2) FROM unnest(middle) m)
                        FROM generate_series(1, %2$d) n JOIN public.topic ON t = n / %4$d %% 100;
                        EXECUTE made;
                    END $$;
                    """.formatted(DIMENSIONS, rows, Rows.key("(n % " + tenants + " + 1)"), tenants));
            Databases.execute(database, "VACUUM (ANALYZE)");
            return Searches.of(database, rows, tenants).measure(searches);
        }
    }

    /**
     * The result of a way.
     *
     * @param search the way
     * @param found the average number of rows, of at most ten
     * @param recall the share of the nearest passages that it found
     * @param nanos the median duration
     * @param index the index in the plan
     */
    record Found(Search search, double found, double recall, long nanos, String index) {

        @Override
        public String toString() {
            return " | %s | %.1f | %.2f | %.2f | %s |".formatted(search.words(), found, recall, nanos / 1e6, index);
        }
    }
}
