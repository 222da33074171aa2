package dev.tenon.runtime.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MutationFile;
import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.catalog.CatalogFingerprint;
import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Index;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Schema;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is changed behind Tenon's back, verify names exactly that, and nothing else. */
@SuppressWarnings("NullAway.Init")
class MutationTest {

    private static Scratch scratch;
    private static Schema schema;
    private static String untouched;

    @BeforeAll
    static void create() throws SQLException {
        scratch = Scratch.create();
        schema = Research.schema(scratch.role("app"));
        scratch.role("other");
        Research.create(schema, scratch);
        untouched = fingerprint(scratch.connection());
    }

    @AfterAll
    static void drop() throws SQLException {
        scratch.close();
    }

    @Test
    void anUntouchedDatabaseIsClean() throws SQLException {
        assertThat(Verification.verify(scratch.connection(), schema, true).differences())
                .isEmpty();
    }

    /** Outside a transaction indexes are built beside writers; what they come to shows inside one, too. */
    @ParameterizedTest
    @MethodSource("mutations")
    void verifyNamesExactlyWhatWasChangedAndTheSqlThatMendsIt(Mutation mutation) throws SQLException {
        List<String> expected = mutation.expected().stream().map(scratch::named).toList();
        Connection connection = scratch.connection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(scratch.named(mutation.sql()));
            assertThat(fingerprint(connection)).isNotEqualTo(untouched);
            VerifyResult found = Verification.verifyHere(connection, schema, false);
            assertThat(found.differences().stream().map(Difference::toString)).containsExactlyElementsOf(expected);
            if (isUnderAnotherName(mutation)) {
                return;
            }
            mend(statement, found);
            assertThat(found.clean() ? List.of() : differences(connection))
                    .containsExactlyElementsOf(expected.stream()
                            .filter(MutationTest::isBeyondTheModel)
                            .toList());
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String fingerprint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + CatalogFingerprint.sql())) {
            row.next();
            return row.getString(1);
        }
    }

    /** Runs what is printed, in the transaction that is open. */
    static void mend(Statement statement, VerifyResult found) throws SQLException {
        statement.setEscapeProcessing(false);
        for (Correction correction : found.corrections()) {
            if (!correction.sql().isEmpty()) {
                statement.execute(correction.sql().replace(" CONCURRENTLY", ""));
            }
        }
    }

    private static List<String> differences(Connection connection) throws SQLException {
        return Verification.verifyHere(connection, schema, false).differences().stream()
                .map(Difference::toString)
                .toList();
    }

    /** What has another name is missing, and whoever gave it that name gives the old one back. */
    static boolean isUnderAnotherName(Mutation mutation) {
        return mutation.sql().matches("ALTER (TABLE|TYPE) \\S+ RENAME TO .*");
    }

    /** What the model has no words for is said by verify, and mended by hand. */
    static boolean isBeyondTheModel(String difference) {
        return difference.contains(", which no snapshot says")
                || difference.endsWith(": SELECT")
                || difference.endsWith(": SELECT WITH GRANT OPTION");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Column.class,
                Constraint.PrimaryKey.class,
                Constraint.Unique.class,
                Constraint.Check.class,
                Constraint.ForeignKey.class,
                Index.class,
                Policy.class,
                EnumType.class,
                Extension.class
            })
    void everyAttributeIsMutatedOnce(Class<?> kind) throws IOException {
        Set<String> beyondReach = Set.of("retired", "name");
        String all = String.join(
                "\n", mutations().flatMap(each -> each.expected().stream()).toList());
        assertThat(Arrays.stream(kind.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(attribute -> !beyondReach.contains(attribute)))
                .allSatisfy(attribute -> assertThat(all).contains(": " + attribute + " is "));
    }

    static Stream<Mutation> mutations() throws IOException {
        return MutationFile.read(MutationTest.class, "mutations.txt");
    }
}
