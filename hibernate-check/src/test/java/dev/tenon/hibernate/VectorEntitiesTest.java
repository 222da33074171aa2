package dev.tenon.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hibernate ORM with its module for vectors accepts the columns of vectors, also those of half precision. */
class VectorEntitiesTest {

    @TempDir
    Path output;

    @Test
    void hibernateWorksWithTenonsVectors() throws Exception {
        CompiledEntities compiled = CompiledEntities.of(Path.of("src/test/vectors"), output, Naming.SNAKE_CASE);
        assertThat(compiled.errors()).isEmpty();
        try (TestDatabase database = DevPostgres.shared().database();
                Connection connection = DriverManager.getConnection(database.jdbcUrl());
                URLClassLoader loader = compiled.loader()) {
            Comparison.apply(compiled.draft(), connection);
            assertThat(Catalog.read(connection))
                    .contains(
                            "passage.plain vector(3)",
                            "passage.half halfvec(3)",
                            "passage.said vector(3)",
                            "passage.said_half halfvec(3)",
                            "passage.bits bit(16)");
            try (Hibernate hibernate =
                    new Hibernate(compiled.mapped(loader), loader, database.jdbcUrl(), Naming.SNAKE_CASE, "validate")) {
                assertThat(LeastRows.outcomes(hibernate)).containsValue("persisted");
            }
        }
    }
}
