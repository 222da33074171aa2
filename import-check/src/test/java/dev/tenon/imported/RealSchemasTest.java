package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.runtime.internal.catalog.leftover.DeclarableSchema;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Databases in the style of real ones, with rows, are adopted by a superuser and by the owner of a managed database:
 * imported, compiled, migrated into an empty database, recorded with their leftovers, and changed. Two of the twelve run
 * by default, all with {@code -Dtenon.endurance=true}.
 */
class RealSchemasTest {

    private static final List<String> SCHEMAS = List.of("saas", "node", "rails", "baas", "warehouse", "metrics");

    private static final String PLATFORM = "-- platform\n";
    private static final String OWNER = "-- owner\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> combinations() {
        return Boolean.getBoolean("tenon.endurance")
                ? SCHEMAS.stream().flatMap(name -> Stream.of(Arguments.of(name, true), Arguments.of(name, false)))
                : Stream.of(Arguments.of("baas", false), Arguments.of("metrics", true));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aRealDatabaseIsAdoptedAndChanged(String name, boolean superuser) throws IOException, SQLException {
        String script = Script.named("real/" + name);
        try (TestDatabase original = DevPostgres.shared().database();
                TestDatabase empty = DevPostgres.shared().database()) {
            String owner = "real_owner_" + original.name();
            try (Connection admin = original.connection()) {
                Script.execute(admin, "CREATE ROLE " + owner + " LOGIN CREATEROLE PASSWORD 'secret'");
            }
            try {
                DataSource first = platform(original, owner, platform(script, owner), superuser);
                // A superuser creates in an empty database what the platform otherwise has.
                DataSource second = platform(empty, owner, superuser ? "" : platform(script, owner), superuser);
                try (Connection connection = first.getConnection()) {
                    Script.execute(connection, script.substring(script.indexOf(OWNER)));
                }
                adopt(first, second);
            } finally {
                release(empty, owner);
                release(original, owner);
                try (Connection admin = original.connection()) {
                    Script.execute(admin, "DROP ROLE " + owner);
                }
            }
        }
    }

    private void adopt(DataSource first, DataSource second) throws IOException, SQLException {
        EntitySources sources;
        try (Connection connection = first.getConnection()) {
            sources = EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD);
        }
        MigrationDirectory directory = MigrationDirectory.at(folder.resolve("migrations"));
        NextMigration.next(
                        directory, Compiled.of(sources.files(), sources.naming(), folder.resolve("baseline")), Set.of())
                .write(directory, "baseline");

        Tenon fresh = tenon(second);
        assertThat(fresh.migrate().verification().differences()).isEmpty();
        assertThat(fresh.verifyStrictly().differences()).isEmpty();
        try (Connection original = first.getConnection();
                Connection recreated = second.getConnection()) {
            assertThat(DeclarableSchema.of(DatabaseReader.read(recreated)).schema())
                    .isEqualTo(
                            DeclarableSchema.of(DatabaseReader.read(original)).schema());
        }

        Tenon adopted = tenon(first);
        adopted.baselineAcceptingLeftovers(condition -> {});
        assertThat(adopted.verifyFully().differences()).isEmpty();
        assertThat(adopted.verifyFully().leftovers()).isEmpty();

        Map<String, String> changed = new TreeMap<>(sources.files());
        changed.entrySet().stream()
                .filter(file -> file.getValue().contains("public record ")
                        && !file.getValue().contains("@View("))
                .findFirst()
                .orElseThrow()
                .setValue(withColumn(changed));
        NextMigration.next(directory, Compiled.of(changed, sources.naming(), folder.resolve("changed")), Set.of())
                .write(directory, "change");
        for (Tenon tenon : List.of(adopted, fresh)) {
            assertThat(tenon.migrate().applied()).hasSize(1);
            assertThat(tenon.verifyFully().differences()).isEmpty();
        }
    }

    private static String withColumn(Map<String, String> sources) {
        String source = sources.values().stream()
                .filter(text -> text.contains("public record ") && !text.contains("@View("))
                .findFirst()
                .orElseThrow();
        int end = source.lastIndexOf(") {\n}");
        return source.substring(0, end) + ", @dev.tenon.annotation.Column(nullable = true) String addedLater"
                + source.substring(end);
    }

    private Tenon tenon(DataSource source) {
        return Tenon.configure()
                .dataSource(source)
                .migrations(folder.resolve("migrations"))
                .listener(event -> {})
                .load();
    }

    /** Creates what the platform offers, and returns the connections of the user. */
    private static DataSource platform(TestDatabase database, String owner, String platform, boolean superuser)
            throws SQLException {
        try (Connection admin = database.connection()) {
            Script.execute(admin, "ALTER DATABASE " + database.name() + " OWNER TO " + owner);
            Script.execute(admin, platform);
        }
        if (superuser) {
            return database.dataSource();
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(owner);
        source.setPassword("secret");
        return source;
    }

    private static String platform(String script, String owner) {
        return script.startsWith(PLATFORM)
                ? script.substring(0, script.indexOf(OWNER)).replace(":owner", owner)
                : "";
    }

    private static void release(TestDatabase database, String owner) throws SQLException {
        try (Connection admin = database.connection()) {
            Script.execute(
                    admin,
                    "ALTER DATABASE " + database.name() + " OWNER TO CURRENT_USER; DROP OWNED BY " + owner
                            + " CASCADE");
        }
    }
}
