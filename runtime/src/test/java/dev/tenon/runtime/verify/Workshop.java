package dev.tenon.runtime.verify;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.catalog.CatalogReader;
import dev.tenon.runtime.catalog.CatalogScope;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A database with something of every kind that tenants' tables do not have, some of it under hostile names, and its snapshot. */
final class Workshop {

    private static final List<SqlObject> OBJECTS = List.of(
            object(
                    "touch",
                    "CREATE OR REPLACE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
                            + " SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN NEW; END'",
                    "DROP FUNCTION public.touch()"),
            object(
                    "job_touch",
                    "CREATE TRIGGER job_touch BEFORE UPDATE ON public.job FOR EACH ROW EXECUTE FUNCTION public.touch()",
                    "DROP TRIGGER job_touch ON public.job"),
            object(
                    "short",
                    "CREATE DOMAIN public.short AS text CONSTRAINT short_check CHECK (length(VALUE) < 9)",
                    "DROP DOMAIN public.short"),
            object(
                    "job_stat",
                    "CREATE STATISTICS public.job_stat (ndistinct) ON name, half FROM public.job",
                    "DROP STATISTICS public.job_stat"));

    private Workshop() {}

    /** Makes it, and reads the snapshot from what was made. */
    static Schema create(Scratch scratch) throws SQLException, IOException {
        scratch.role("other");
        scratch.execute(script());
        OBJECTS.forEach(object -> scratch.execute(object.create()));
        CatalogScope scope = new CatalogScope(Set.of("public", "Odd \"one\""), Set.of(scratch.role("app")));
        return CatalogReader.read(scratch.connection(), scope).schema().withObjects(OBJECTS);
    }

    private static String script() throws IOException {
        try (InputStream file = Objects.requireNonNull(Workshop.class.getResourceAsStream("workshop.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SqlObject object(String name, String create, String drop) {
        return new SqlObject(QualifiedName.parse(name), create, drop, false, List.of(), Optional.empty());
    }
}
