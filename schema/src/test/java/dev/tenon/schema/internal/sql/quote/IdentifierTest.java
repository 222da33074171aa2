package dev.tenon.schema.internal.sql.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name reaches the server unchanged, with any characters and any reserved words of that version. */
class IdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "with_2, with_2",
        "user, '\"user\"'",
        "Upper, '\"Upper\"'",
        "2nd, '\"2nd\"'",
        "a b, '\"a b\"'",
        "say\"so, '\"say\"\"so\"'",
        "ünï, '\"ünï\"'"
    })
    void quotesOnlyWhatNeedsIt(String name, String sql) {
        assertThat(Identifier.quote(name)).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\0b",
                "0123456789012345678901234567890123456789012345678901234567890123",
                "日本語日本語日本語日本語日本語日本語日本語日"
            })
    void refusesWhatTheServerCannotKeep(String name) {
        assertThatThrownBy(() -> Identifier.quote(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void everyKeywordOfEveryServerIsQuotedWhereItMustBe(int version) throws SQLException {
        try (TestDatabase database = DevPostgres.version(version).database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet words = statement.executeQuery(
                        "SELECT word, catcode FROM pg_get_keywords() WHERE catcode <> 'U' ORDER BY word")) {
            while (words.next()) {
                String word = words.getString(1);
                assertThat(Identifier.quote(word))
                        .as("keyword of PostgreSQL %s", version)
                        .isEqualTo('"' + word + '"');
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void everyWordThatNamesColumnsWithoutQuotesDoesSoOnEveryServer(int version) throws SQLException {
        try (TestDatabase database = DevPostgres.version(version).database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet words = statement.executeQuery("SELECT word, catcode FROM pg_get_keywords() ORDER BY word")) {
            List<String> columns = new ArrayList<>();
            while (words.next()) {
                String word = words.getString(1);
                boolean expected =
                        words.getString(2).equals("U") || words.getString(2).equals("C");
                if (Identifier.isPlainColumn(word)) {
                    assertThat(expected)
                            .as("%s on PostgreSQL %s", word, version)
                            .isTrue();
                    columns.add(word);
                }
            }
            statement.execute("CREATE TABLE t (" + String.join(" integer, ", columns) + " integer)");
            for (String column : columns) {
                statement.execute("ALTER TABLE t ADD CHECK (" + column + " >= 0)");
            }
        }
    }

    @Test
    void randomNamesComeBackFromTheServerAsTheyWere() throws SQLException {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        try (TestDatabase database = DevPostgres.shared().database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 500; i++) {
                String name = name(random);
                String text = name(random) + "\\" + name(random);
                try (ResultSet row =
                        statement.executeQuery("SELECT " + Literal.text(text) + " AS " + Identifier.quote(name))) {
                    row.next();
                    assertThat(row.getMetaData().getColumnLabel(1))
                            .as("seed %s, name %s", seed, i)
                            .isEqualTo(name);
                    assertThat(row.getString(1)).as("seed %s, text %s", seed, i).isEqualTo(text);
                }
            }
        }
    }

    private static String name(SplittableRandom random) {
        String alphabet = "aZ_9\"'\\$;-/*() .,%\n\tüß日€\uD83D\uDE00{}?:";
        int[] points = alphabet.codePoints().toArray();
        StringBuilder name = new StringBuilder();
        do {
            name.appendCodePoint(points[random.nextInt(points.length)]);
        } while (random.nextInt(8) > 0 && Identifier.bytes(name.toString()) < Identifier.MAX_BYTES - 3);
        return name.toString();
    }
}
