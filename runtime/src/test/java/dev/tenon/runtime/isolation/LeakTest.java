package dev.tenon.runtime.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MutationFile;
import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lets one tenant at another's rows, exactly the probes fail that should. */
@SuppressWarnings("NullAway.Init")
class LeakTest {

    private static Scratch scratch;
    private static Schema schema;

    @BeforeAll
    static void create() throws SQLException {
        scratch = Scratch.create();
        schema = Research.schema(scratch.role("app"));
        scratch.role("other");
        Research.create(schema, scratch);
    }

    @AfterAll
    static void drop() throws SQLException {
        scratch.close();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void exactlyTheProbesFailThatShould(Mutation mutation) throws SQLException {
        // A session that has had a tenant cannot show what one does that never had.
        try (Connection connection = scratch.database().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(scratch.named(mutation.sql()));
            List<String> failures = IsolationProof.proveHere(connection, schema).failures().stream()
                    .map(ProbeResult::toString)
                    .toList();
            List<String> expected = mutation.expected().stream()
                    .map(scratch::named)
                    .flatMap(LeakTest::everyProbe)
                    .toList();
            assertThat(failures)
                    .hasSameSizeAs(expected)
                    .zipSatisfy(
                            expected, (failure, start) -> assertThat(failure).startsWith(start));
            connection.rollback();
        }
    }

    static Stream<Mutation> mutations() throws IOException {
        return MutationFile.read(LeakTest.class, "mutations.txt");
    }

    /** A line for each probe that a word stands for. */
    private static Stream<String> everyProbe(String line) {
        return Stream.of(line)
                .flatMap(each -> each.contains(" live ") ? replace(each, " live ", Probes.LIVE) : Stream.of(each))
                .flatMap(each -> each.contains(" catalogs ")
                        ? replace(each, " catalogs ", Probes.OF_CATALOGS)
                        : Stream.of(each));
    }

    private static Stream<String> replace(String line, String word, List<Probe> probes) {
        return probes.stream().map(probe -> line.replace(word, " " + probe.name() + " "));
    }
}
