package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.MutationFile;
import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Schema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every change made outside Tenon, verify reports exactly that change. Each change runs on the server with
 * pgvector; an endurance run also uses every version, without the changes that need pgvector.
 */
class MutationTest {

    private static final int WITH_PGVECTOR = 0;
    private static final List<Integer> VERSIONS = List.of(15, 16, 17, 18);
    private static final Pattern OF_PGVECTOR = Pattern.compile("\\b(document_chunk_)?embedding\\b|\\bvector\\b");
    private static final Map<Integer, MutatedDatabase> DATABASES = new TreeMap<>();

    @AfterAll
    static void drop() throws SQLException {
        for (MutatedDatabase database : DATABASES.values()) {
            database.close();
        }
        DATABASES.clear();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anUntouchedDatabaseIsClean(int server) throws SQLException {
        MutatedDatabase database = database(server);
        assertThat(Verification.verify(database.scratch().connection(), database.schema(), true)
                        .differences())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutationsAndServers")
    void verifyNamesExactlyWhatWasChangedAndTheSqlThatMendsIt(Mutation mutation, int server) throws SQLException {
        database(server).verify(mutation);
    }

    private static MutatedDatabase database(int server) throws SQLException {
        MutatedDatabase there = DATABASES.get(server);
        if (there == null) {
            boolean vectors = server == WITH_PGVECTOR;
            Scratch scratch = vectors ? Scratch.create() : Scratch.create(server);
            String role = scratch.role("app");
            scratch.role("other");
            Schema schema = vectors ? Research.schema(role) : Research.withoutVectors(role);
            Research.create(schema, scratch);
            there = MutatedDatabase.of(scratch, schema);
            DATABASES.put(server, there);
        }
        return there;
    }

    static Stream<Mutation> mutations() throws IOException {
        return MutationFile.read(MutationTest.class, "mutations.txt");
    }

    private static Stream<Integer> servers() {
        return Stream.concat(Stream.of(WITH_PGVECTOR), Endurance.ASKED ? VERSIONS.stream() : Stream.empty());
    }

    private static Stream<Arguments> mutationsAndServers() throws IOException {
        return mutations()
                .flatMap(mutation -> servers()
                        .filter(server -> server == WITH_PGVECTOR
                                || !OF_PGVECTOR.matcher(mutation.sql()).find())
                        .map(server -> Arguments.of(mutation, server)));
    }
}
