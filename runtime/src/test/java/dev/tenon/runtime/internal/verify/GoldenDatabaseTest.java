package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Extension;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.MigrationText;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.rule.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each golden is correct on a real server: its migration runs, the catalogs then equal its snapshot, and nothing is
 * left to generate. Migrating from tables without indexes and grants has the same result. Goldens without pgvector run
 * on every supported version of PostgreSQL.
 */
class GoldenDatabaseTest {

    private static final Path FOLDER = Path.of("../processor/src/test/golden");

    /** The server with pgvector, of any version. */
    private static final int SHARED = 0;

    /** The objects that the examples use without declaring them. */
    private static final List<String> SURROUNDINGS = List.of(
            "CREATE DOMAIN public.email AS text",
            "CREATE COLLATION public.german FROM \"C\"",
            "CREATE TEXT SEARCH CONFIGURATION public.\"my'config\" (COPY = simple)");

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("casesAndVersions")
    void migrationMakesWhatTheSnapshotSays(String name, int version) throws IOException, SQLException {
        try (Scratch scratch = scratch(version)) {
            CompiledSnapshot compiled = compiled(name);
            MigrationDraft draft = apply(scratch, Schema.EMPTY, compiled);
            assertThat(MigrationText.write("0001_init", draft.steps()))
                    .isEqualTo(Files.readString(FOLDER.resolve(name).resolve("migration.sql")));
            assertIs(scratch, draft.snapshot(), compiled);
        }
    }

    @ParameterizedTest(name = "{0} on PostgreSQL {1}")
    @MethodSource("casesOnOldestAndNewest")
    void stepByStepComesToTheSame(String name, int version) throws IOException, SQLException {
        try (Scratch scratch = scratch(version)) {
            CompiledSnapshot compiled = compiled(name);
            Schema bare = compiled.schema()
                    .withTables(compiled.schema().tables().stream()
                            .map(GoldenDatabaseTest::bare)
                            .toList());
            MigrationDraft first =
                    apply(scratch, Schema.EMPTY, new CompiledSnapshot(bare, MigrationHints.NONE, Map.of()));
            MigrationDraft second = apply(scratch, first.snapshot(), compiled);
            assertIs(scratch, second.snapshot(), compiled);
        }
    }

    private static Table bare(Table table) {
        return table.withIndexes(List.of()).withGrants(List.of());
    }

    private static MigrationDraft apply(Scratch scratch, Schema before, CompiledSnapshot compiled) {
        Set<String> words = MigrationDraft.of(before, compiled, Set.of()).findings().stream()
                .flatMap(finding -> finding.acceptance().stream())
                .collect(Collectors.toSet());
        MigrationDraft draft = MigrationDraft.of(before, compiled, words);
        assertThat(draft.findings()).extracting(Finding::message).isEmpty();
        for (Step step : draft.steps()) {
            for (Statement statement : step.statements()) {
                scratch.executeAsIs(statement.sql());
            }
        }
        return draft;
    }

    private static void assertIs(Scratch scratch, Schema snapshot, CompiledSnapshot compiled) throws SQLException {
        assertThat(Verification.verify(scratch.connection(), snapshot, true).differences())
                .isEmpty();
        assertThat(MigrationDraft.of(snapshot, compiled, Set.of()).changes()).isEmpty();
    }

    private static Scratch scratch(int version) throws SQLException {
        Scratch scratch = version == SHARED ? Scratch.create() : Scratch.create(version);
        SURROUNDINGS.forEach(scratch::executeAsIs);
        return scratch;
    }

    private static CompiledSnapshot compiled(String name) throws IOException {
        return SnapshotJson.readCompiled(Files.readString(FOLDER.resolve(name).resolve("snapshot.json")));
    }

    private static Set<String> extensions(String name) {
        try {
            return compiled(name).schema().extensions().stream()
                    .map(Extension::name)
                    .collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean needsVectors(String name) {
        return extensions(name).contains("vector");
    }

    private static List<String> cases() throws IOException {
        try (Stream<Path> paths = Files.walk(FOLDER, 2)) {
            return paths.filter(path -> path.getNameCount() == FOLDER.getNameCount() + 2)
                    .map(path -> FOLDER.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Each case runs on the newest version and one older version; an endurance run uses all versions. */
    private static Stream<Arguments> casesAndVersions() throws IOException {
        return cases(i -> Endurance.ASKED ? List.of(15, 16, 17, 18) : List.of(15 + i % 3, 18));
    }

    /** Each case runs on the oldest or the newest version; an endurance run uses both. */
    private static Stream<Arguments> casesOnOldestAndNewest() throws IOException {
        return cases(i -> Endurance.allOrOne(List.of(15, 18), i));
    }

    private static Stream<Arguments> cases(IntFunction<List<Integer>> versions) throws IOException {
        List<String> names = cases();
        return IntStream.range(0, names.size())
                .boxed()
                .flatMap(i -> (needsVectors(names.get(i)) ? List.of(SHARED) : versions.apply(i))
                        .stream().map(version -> Arguments.of(names.get(i), version)));
    }
}
