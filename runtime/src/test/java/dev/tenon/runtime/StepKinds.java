package dev.tenon.runtime;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Migrations with every kind of step; each would leave a trace if it ran twice or not at all. */
public final class StepKinds {

    private StepKinds() {}

    /** Writes the migrations that create a table with rows. */
    public static MigrationsFolder begin(Path path) {
        Schema first = schema(ShopSchema.table("customer"), "new");
        return new MigrationsFolder(path).generate("init", first).add("fill", """
                -- tenon:manual
                CREATE TABLE public.log (what text NOT NULL);
                INSERT INTO public.customer SELECT n, 'c' || n FROM generate_series(1, 3000) n;
                """, first);
    }

    /** Writes these migrations, and one with every kind of step. */
    public static MigrationsFolder write(Path path) {
        Table filled = ShopSchema.table("customer");
        List<Column> columns = new ArrayList<>(filled.columns());
        columns.add(Column.of("rank", ColumnType.builtin("integer")).withNullable(true));
        Table ranked = ShopSchema.indexed(filled.withColumns(columns));
        Schema last = schema(ranked, "new", "old");
        return begin(path).add("change", """
                        -- tenon:step 1
                        ALTER TABLE public.customer ADD COLUMN rank integer;

                        -- tenon:step 2 batches
                        UPDATE public.customer SET rank = 1
                        WHERE rank IS NULL
                          AND ctid BETWEEN '(0,0)' AND '(4294967294,65535)';

                        -- tenon:step 3 no-transaction
                        CREATE INDEX CONCURRENTLY customer_name_idx ON public.customer (name);

                        -- tenon:step 4 no-transaction
                        ALTER TYPE public.mood ADD VALUE 'old';

                        -- tenon:manual
                        INSERT INTO public.log VALUES ('a');
                        INSERT INTO public.log VALUES ('b');
                        -- tenon:step
                        INSERT INTO public.log VALUES ('c');
                        -- tenon:step no-transaction
                        VACUUM public.customer;
                        """, last);
    }

    private static Schema schema(Table table, String... labels) {
        return new Schema(
                List.of(),
                ShopSchema.of(table).namespaces(),
                List.of(),
                List.of(new EnumType(new QualifiedName("public", "mood"), List.of(labels), Optional.empty())),
                List.of(table),
                Optional.empty());
    }
}
