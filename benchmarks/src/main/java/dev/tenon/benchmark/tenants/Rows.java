package dev.tenon.benchmark.tenants;

import dev.tenon.benchmark.Databases;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.SQLException;
import java.util.UUID;

/** Generates rows of many tenants in turn, with timestamps one second apart, in one table for each way. */
final class Rows {

    private static final long SCATTER = 2_654_435_761L;
    private static final long WORDS = 1L << 32;

    private static final String KEY =
            "(lpad(to_hex(%1$s::bigint * 2654435761 %% 4294967296), 8, '0') || '-0000-0000-0000-' || lpad(to_hex(%1$s), 12, '0'))::uuid";

    private Rows() {}

    /** Returns the key of the row or tenant with a number. Keys of consecutive numbers are far apart. */
    static UUID key(long number) {
        return new UUID(number * SCATTER % WORDS << 32, number);
    }

    /** Returns the same key as an SQL expression. */
    static String key(String number) {
        return KEY.formatted(number);
    }

    /** Returns the number of the row's tenant. */
    static long tenant(long row, int tenants) {
        return row % tenants + 1;
    }

    /** Returns the statement that inserts the tenants. */
    static String organizations(int tenants) {
        return "INSERT INTO public.organization SELECT " + key("n") + " FROM generate_series(1, " + tenants + ") n;";
    }

    /** Fills the table that Tenon created, and creates the other tables as its copies. */
    static void fill(TestDatabase database, int rows, int tenants) throws SQLException {
        Databases.execute(
                database,
                organizations(tenants)
                        + """
                INSERT INTO public.plan (organization_id, id, title, stars, created_at)
                SELECT %s, %s, 'plan number ' || n, n %% 6, '2026-01-01 00:00:00+00'::timestamptz + n * interval '1 second'
                FROM generate_series(1, %d) n;
                CREATE TABLE public.by_hand (LIKE public.plan INCLUDING ALL);
                INSERT INTO public.by_hand (organization_id, id, title, stars, created_at)
                SELECT organization_id, id, title, stars, created_at FROM public.plan;
                CREATE TABLE public.naive (LIKE public.plan INCLUDING GENERATED, PRIMARY KEY (id));
                INSERT INTO public.naive (organization_id, id, title, stars, created_at)
                SELECT organization_id, id, title, stars, created_at FROM public.plan;
                CREATE INDEX ON public.naive (created_at);
                CREATE INDEX ON public.naive USING gin (words);
                ALTER TABLE public.naive ENABLE ROW LEVEL SECURITY;
                CREATE POLICY naive ON public.naive
                    USING (organization_id = current_setting('app.organization_id')::uuid);
                GRANT SELECT ON public.by_hand, public.naive TO tenon_benchmark;
                GRANT SELECT ON public.by_hand TO %s;
                """.formatted(key("(n % " + tenants + " + 1)"), key("n"), rows, TenantDatabase.LOGIN));
        Databases.execute(database, "VACUUM (ANALYZE)");
    }
}
