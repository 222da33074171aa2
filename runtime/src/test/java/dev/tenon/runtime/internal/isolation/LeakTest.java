package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.isolation.probe.Probe;
import dev.tenon.runtime.isolation.IsolationReport;
import dev.tenon.runtime.isolation.ProbeResult;
import dev.tenon.runtime.isolation.Verdict;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** For every leak, exactly the expected probes fail. */
class LeakTest {

    /** Other probes may fail, because no policy restricts the role. */
    private static final String AND_MORE = "…";

    private static final Map<WeakenedSchema, Scratch> DATABASES = new EnumMap<>(WeakenedSchema.class);
    private static final Map<WeakenedSchema, Schema> SCHEMAS = new EnumMap<>(WeakenedSchema.class);

    @BeforeAll
    static void create() throws SQLException {
        for (WeakenedSchema each : WeakenedSchema.values()) {
            DATABASES.put(each, Scratch.create());
            SCHEMAS.put(each, each.create(scratch(each)));
        }
    }

    @AfterAll
    static void drop() throws SQLException {
        for (Scratch scratch : DATABASES.values()) {
            scratch.close();
        }
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void exactlyTheProbesFailThatShould(WeakenedSchema weakened, Mutation mutation) throws SQLException {
        Scratch scratch = scratch(weakened);
        // A session that had a tenant cannot test the unset state.
        try (Connection connection = scratch.database().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(scratch.named(mutation.sql()));
            IsolationReport report =
                    IsolationProof.proveInTransaction(connection, Objects.requireNonNull(SCHEMAS.get(weakened)));
            List<String> found = report.results().stream()
                    .filter(result -> result.verdict().fails() || result.verdict() == Verdict.WARNING)
                    .map(ProbeResult::toString)
                    .toList();
            List<String> expected = mutation.expected().stream()
                    .filter(line -> !line.equals(AND_MORE))
                    .map(scratch::named)
                    .flatMap(LeakTest::everyProbe)
                    .toList();
            if (mutation.expected().contains(AND_MORE)) {
                assertThat(expected)
                        .allSatisfy(start -> assertThat(found)
                                .anySatisfy(failure -> assertThat(failure).startsWith(start)));
            } else {
                assertThat(found)
                        .hasSameSizeAs(expected)
                        .zipSatisfy(
                                expected,
                                (failure, start) -> assertThat(failure).startsWith(start));
            }
            connection.rollback();
        }
    }

    static Stream<Arguments> mutations() {
        return Stream.of(WeakenedSchema.values())
                .flatMap(each -> each.mutations().map(mutation -> Arguments.of(each, mutation)));
    }

    private static Scratch scratch(WeakenedSchema weakened) {
        return Objects.requireNonNull(DATABASES.get(weakened));
    }

    /** Expands a group name to one line for each probe. */
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
