package dev.tenon.runtime.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MutationFile;
import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Schema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is changed behind Tenon's back, verify names exactly that, and nothing else. */
@SuppressWarnings("NullAway.Init")
class MutationTest {

    private static MutatedDatabase database;

    @BeforeAll
    static void create() throws SQLException {
        Scratch scratch = Scratch.create();
        Schema schema = Research.schema(scratch.role("app"));
        scratch.role("other");
        Research.create(schema, scratch);
        database = MutatedDatabase.of(scratch, schema);
    }

    @AfterAll
    static void drop() throws SQLException {
        database.close();
    }

    @Test
    void anUntouchedDatabaseIsClean() throws SQLException {
        assertThat(Verification.verify(database.scratch().connection(), database.schema(), true)
                        .differences())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void verifyNamesExactlyWhatWasChangedAndTheSqlThatMendsIt(Mutation mutation) throws SQLException {
        database.verify(mutation);
    }

    static Stream<Mutation> mutations() throws IOException {
        return MutationFile.read(MutationTest.class, "mutations.txt");
    }
}
