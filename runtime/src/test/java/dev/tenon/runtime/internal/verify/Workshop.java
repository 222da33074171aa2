package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A database with every kind of object that tenant tables do not cover, some with hostile names, and its snapshot. */
final class Workshop {

    private Workshop() {}

    /** Creates the database, and reads the snapshot from its catalogs. */
    static Schema create(Scratch scratch) throws SQLException, IOException {
        scratch.role("other");
        List<SqlObject> objects = WorkshopObjects.all();
        make(scratch, objects, true);
        scratch.execute(script());
        make(scratch, objects, false);
        CatalogScope scope = new CatalogScope(Set.of("public", "Odd \"one\""), Set.of(scratch.role("app")));
        return CatalogReader.read(scratch.connection(), scope).schema().withObjects(objects);
    }

    private static void make(Scratch scratch, List<SqlObject> objects, boolean beforeTables) {
        objects.stream()
                .filter(object -> object.beforeTables() == beforeTables)
                .forEach(object -> scratch.executeAsIs(object.create()));
    }

    private static String script() throws IOException {
        try (InputStream file = Objects.requireNonNull(Workshop.class.getResourceAsStream("workshop.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
