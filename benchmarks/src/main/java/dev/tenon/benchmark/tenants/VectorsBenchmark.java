package dev.tenon.benchmark.tenants;

import dev.tenon.benchmark.Databases;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Searches the nearest passages of one of few or many tenants, through a vector index under row-level security and without. */
public final class VectorsBenchmark {

    private static final int DIMENSIONS = 64;

    private VectorsBenchmark() {}

    /**
     * Runs, and prints how much of what there is each way finds, and the median of its time.
     *
     * @param arguments how many passages, searches, and tenants by turns; 10,000, 50, and 1, 10 and 1,000 if nothing is said
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

    /** What each way finds of so many passages of so many tenants, in as many searches. */
    static List<Found> measure(int rows, int tenants, int searches) throws IOException, SQLException {
        try (TenantDatabase made = TenantDatabase.of(TenantSchemas.passages(DIMENSIONS))) {
            TestDatabase database = made.database();
            // Passages are about a hundred things, so that there is something to be near to; which, no tenant has to
            // itself.
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
     * What a way found.
     *
     * @param search the way
     * @param found how many rows of ten, on average
     * @param recall how many of those that there are to find
     * @param nanos the median of its time
     * @param index the index that the plan uses
     */
    record Found(Search search, double found, double recall, long nanos, String index) {

        @Override
        public String toString() {
            return " | %s | %.1f | %.2f | %.2f | %s |".formatted(search.words(), found, recall, nanos / 1e6, index);
        }
    }
}
