package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.cli.importer.ImportStyle;
import dev.tenon.cli.importer.annotation.NullabilityStyle;
import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.evolution.RandomDatabase;
import dev.tenon.schema.internal.derive.NamingStrategy;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sources of any random database recreate it. {@code -Dtenon.imports=1000 -Dtenon.imports.seed=1} tries more, or
 * others; {@code -Dtenon.endurance=true} tries a thousand.
 */
class RandomImportTest {

    private static final List<Integer> VERSIONS = List.of(15, 16, 17, 18);
    private static final List<EntityStyle> STYLES = List.of(EntityStyle.values());

    @TempDir
    private Path temp;

    @Test
    void theSourcesRecreateARandomDatabase() throws IOException {
        int count = Integer.getInteger("tenon.imports", Endurance.ASKED ? 1000 : 24);
        long first = Long.getLong("tenon.imports.seed", 1);
        List<String> failures = new ArrayList<>();
        for (long seed = first; seed < first + count; seed++) {
            int version = VERSIONS.get((int) (seed % VERSIONS.size()));
            ImportStyle style = style(seed);
            try {
                run(seed, DevPostgres.version(version), style, Files.createTempDirectory(temp, "seed"));
            } catch (SQLException | RuntimeException | AssertionError failed) {
                failures.add("seed " + seed + " on " + version + " as " + style + ": " + failed);
            }
        }
        System.out.printf("random imports: seeds %d to %d, %d failed%n", first, first + count - 1, failures.size());
        assertThat(failures).isEmpty();
    }

    /** Returns a combination of the options of import; neighbouring seeds have unlike ones. */
    private static ImportStyle style(long seed) {
        Random choice = new Random(seed * 0x9E3779B97F4A7C15L);
        List<NamingStrategy> naming = List.of(NamingStrategy.values());
        List<NullabilityStyle> nullability = List.of(NullabilityStyle.values());
        int strategy = choice.nextInt(naming.size() + 1);
        return new ImportStyle(
                STYLES.get(choice.nextInt(STYLES.size())),
                strategy == naming.size() ? Optional.empty() : Optional.of(naming.get(strategy)),
                choice.nextBoolean(),
                nullability.get(choice.nextInt(nullability.size())));
    }

    private static void run(long seed, DevPostgres server, ImportStyle style, Path folder)
            throws IOException, SQLException {
        try (TestDatabase database = server.database();
                Connection connection = database.connection()) {
            for (String statement : RandomDatabase.statements(seed)) {
                Script.execute(connection, statement);
            }
            new RoundTrip(server, database, connection).recreate(style, folder);
        }
    }
}
