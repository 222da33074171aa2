package dev.tenon.runtime.killed;

import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.ShopSchema;
import dev.tenon.runtime.StepKinds;
import dev.tenon.runtime.Tenon;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.List;

/** Every kind of statement outside a transaction that Tenon runs, and migrations with all of them. */
final class Operations {

    /**
     * A statement outside a transaction.
     *
     * @param sql the statement
     * @param blocker the statement of another transaction that makes it wait
     */
    record Operation(String sql, String blocker) {
        @Override
        public String toString() {
            return sql;
        }
    }

    private static final String WRITE = "UPDATE public.log SET what = what";

    /** The objects of the statements, as manual SQL. */
    static final String OBJECTS = """
            -- tenon:manual
            CREATE TABLE public.log (what text NOT NULL);
            CREATE INDEX log_old_idx ON public.log (what);
            CREATE INDEX log_worn_idx ON public.log (length(what));
            INSERT INTO public.log SELECT 'row ' || n FROM generate_series(1, 1000) n;
            CREATE TYPE public.tone AS ENUM ('new');
            CREATE TABLE public.event (at integer NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE public.event_1 PARTITION OF public.event FOR VALUES FROM (1) TO (2);
            CREATE TABLE public.event_2 PARTITION OF public.event FOR VALUES FROM (2) TO (3);
            INSERT INTO public.event VALUES (1), (2), (2);
            """;

    static final List<Operation> ALL = List.of(
            new Operation("CREATE INDEX CONCURRENTLY log_new_idx ON public.log (what)", WRITE),
            new Operation("CREATE UNIQUE INDEX CONCURRENTLY log_only_idx ON public.log (what)", WRITE),
            new Operation("DROP INDEX CONCURRENTLY public.log_old_idx", WRITE),
            new Operation("REINDEX INDEX CONCURRENTLY public.log_worn_idx", WRITE),
            new Operation("ALTER TYPE public.tone ADD VALUE 'old'", "ALTER TYPE public.tone ADD VALUE 'other'"),
            new Operation(
                    "ALTER TABLE public.event DETACH PARTITION public.event_1 CONCURRENTLY",
                    "UPDATE public.event SET at = at"),
            new Operation("VACUUM public.log", "LOCK TABLE public.log IN SHARE UPDATE EXCLUSIVE MODE"));

    private Operations() {}

    /** Writes migrations with every kind of step, generated and manual. */
    static Path migrations(Path folder) {
        MigrationsFolder story = StepKinds.write(folder);
        StringBuilder sql = new StringBuilder(OBJECTS.replace("CREATE TABLE public.log (what text NOT NULL);\n", ""));
        ALL.forEach(operation -> sql.append("-- tenon:step no-transaction\n" + operation + ";\n"));
        sql.append("-- tenon:step batches\nDELETE FROM public.log WHERE what LIKE '%9'")
                .append(" AND ctid BETWEEN '(0,0)' AND '(4294967294,65535)';\n");
        return story.add(
                        "operate", sql.toString(), MigrationDirectory.at(folder).snapshot())
                .path();
    }

    /** Writes migrations whose last one has such a statement between two rows that count its runs. */
    static Path migrations(Path folder, Operation operation) {
        return begin(folder)
                .add("operate", """
                        -- tenon:manual
                        INSERT INTO public.log VALUES ('before');
                        -- tenon:step no-transaction
                        %s;
                        -- tenon:step
                        INSERT INTO public.log VALUES ('after');
                        """.formatted(operation.sql()), ShopSchema.of(new String[0]))
                .path();
    }

    /** Migrates in this process. */
    static void migrate(TestDatabase database, Path migrations) {
        Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(migrations)
                .listener(event -> {})
                .load()
                .migrate();
    }

    /** Returns the migrations without the last one. */
    static MigrationsFolder begin(Path folder) {
        return new MigrationsFolder(folder).add("objects", OBJECTS, ShopSchema.of(new String[0]));
    }
}
