package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.MutationFile;
import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.runtime.Scratch;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Verify reports each change of sequences, views, partitions, routines and owners, with any names, and nothing else.
 * Each change runs on one version of PostgreSQL; an endurance run uses all.
 */
class WorkshopMutationTest {

    private static final List<Integer> VERSIONS = List.of(15, 16, 17, 18);
    private static final Map<Integer, MutatedDatabase> DATABASES = new TreeMap<>();

    @AfterAll
    static void drop() throws SQLException {
        for (MutatedDatabase database : DATABASES.values()) {
            database.close();
        }
        DATABASES.clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void anUntouchedDatabaseIsClean(int version) throws SQLException, IOException {
        MutatedDatabase database = database(version);
        assertThat(Verification.verify(database.scratch().connection(), database.schema(), true)
                        .differences())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutationsAndVersions")
    void verifyNamesExactlyWhatWasChangedAndTheSqlThatMendsIt(Mutation mutation, int version)
            throws SQLException, IOException {
        database(version).verify(mutation);
    }

    private static MutatedDatabase database(int version) throws SQLException, IOException {
        MutatedDatabase there = DATABASES.get(version);
        if (there == null) {
            Scratch scratch = Scratch.create(version);
            there = MutatedDatabase.of(scratch, Workshop.create(scratch));
            DATABASES.put(version, there);
        }
        return there;
    }

    static Stream<Mutation> mutations() throws IOException {
        return Stream.concat(
                MutationFile.read(WorkshopMutationTest.class, "workshop-mutations.txt"),
                MutationFile.read(WorkshopMutationTest.class, "object-mutations.txt"));
    }

    private static Stream<Arguments> mutationsAndVersions() throws IOException {
        List<Mutation> all = mutations().toList();
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(i -> versions(i, MutatedDatabase.from(all.get(i)))
                        .map(version -> Arguments.of(all.get(i), version)));
    }

    private static Stream<Integer> versions(int i, int oldest) {
        List<Integer> supported =
                VERSIONS.stream().filter(version -> version >= oldest).toList();
        return Endurance.allOrOne(supported, i).stream();
    }
}
