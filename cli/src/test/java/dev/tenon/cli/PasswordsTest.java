package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No output shows a password, wherever it is and however malformed the URL is, and the remedy gives the correct form.
 */
@PostgresTest
class PasswordsTest {

    private static final long SEED = 20261130;
    private static final int PASSWORDS = Endurance.ASKED ? 200 : 4;
    private static final String SIGNS = "@/:?#&%= '\"+$\\[]<>\u00e4;,";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("status"),
            List.of("migrate"),
            List.of("migrate", "--dry-run"),
            List.of("verify", "--isolation"),
            List.of("baseline", "--from", "flyway"),
            List.of("repair"),
            List.of("abandon"),
            List.of("drop"),
            List.of("import", "--package", "p"));

    /** URLs to try; {@code RAW}, {@code CODED} and {@code ALL} stand for the password. */
    private static final List<String> FORMS = List.of(
            "postgres://me:RAW@HOST/DB",
            "postgres://me:CODED@HOST/DB",
            "postgresql://me:RAW@HOST/DB",
            "postgresql://me:ALL@HOST/DB?sslmode=disable",
            "postgres://me:RAW@HOST",
            "postgres://:RAW@HOST/DB",
            "postgres://me:RAW@HOST:99999/DB",
            "postgres://me:CODED@HOST:port/DB",
            "postgres://me:12/RAW@HOST/DB",
            "postgres://me:CODED%zz@HOST/DB",
            "postgres://HOST/DB?user=me&password=RAW",
            "postgres://HOST/DB?user=me&password=CODED",
            "postgres://HOST/DB?%70assword=CODED&user=me",
            "postgres://HOST/DB?sslpassword=CODED&user=me",
            "postgres://HOST/DB?pasword=RAW",
            "postgres://HOST/DB?RAW=me",
            "postgres:/me:CODED@HOST/DB",
            "jdbc:postgresql://me:RAW@HOST/DB",
            "jdbc:postgresql://me:CODED@HOST/DB?sslmode=disable",
            "jdbc:postgresql:me:CODED@HOST",
            "jdbc:postgresql://HOST/DB?user=me&password=RAW",
            "jdbc:postgresql://HOST/DB?user=me&password=CODED",
            "jdbc:postgresql://HOST/DB?user=me&sslpassword=CODED",
            "jdbc:postgresql://HOST/DB?password=CODED&sslmode=nonsense",
            "jdbc:mysql://me:RAW@HOST/DB?password=RAW");

    private final TestDatabase database;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temp;

    PasswordsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void noFailureShowsAPassword() {
        Random random = new Random(SEED);
        URI server = URI.create(database.url());
        List<String> hosts = List.of("127.0.0.1:1", server.getHost() + ":" + server.getPort());
        for (int i = 0; i < PASSWORDS; i++) {
            Password password = Password.random(random);
            for (String form : FORMS) {
                String url = password.in(form)
                        .replace("HOST", hosts.get(random.nextInt(hosts.size())))
                        .replace("DB", "no_such_database");
                List<String> command = COMMANDS.get(random.nextInt(COMMANDS.size()));
                check(password, command, Map.of("DATABASE_URL", url));
                check(password, command, Map.of(), "--url", url);
                switch (random.nextInt(7)) {
                    case 0 -> check(password, command, Map.of("PGHOST", url));
                    case 1 -> check(password, command, Map.of("PGDATABASE", url, "PGHOST", hosts.get(0)));
                    case 2 -> check(password, command, Map.of(), "--url=" + url);
                    case 3 -> check(password, command, Map.of(), url);
                    case 4 -> check(password, command, Map.of(), "--database-url=" + url);
                    case 5 -> check(password, command, Map.of(), "--password", password.text());
                    default -> check(password, command, Map.of(), "--password=" + password.text());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://me:hunter2@127.0.0.1:1/db", "jdbc:postgresql://me@127.0.0.1:1/db"})
    void userBeforeTheHostIsRefusedInAJdbcUrl(String url) {
        assertThat(run(Map.of(), "status", "--url", url)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("[TN690] --url is not a valid database URL: it names a user before the host")
                .contains("write postgres://USER@HOST:PORT/DATABASE", "PGPASSWORD")
                .doesNotContain("hunter2", "127.0.0.1");
        err.getBuffer().setLength(0);
        assertThat(run(Map.of("DATABASE_URL", url), "status")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("[TN690] DATABASE_URL is not")
                .contains("postgres://USER:PASSWORD@HOST:PORT/DATABASE")
                .doesNotContain("hunter2", "127.0.0.1");
    }

    @Test
    void passwordOfAKeyIsNeverShown() {
        assertThat(run(Map.of(), "status", "--url", "jdbc:postgresql://127.0.0.1:1/db?sslpassword=hunter2"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("[TN690] --url contains a password");
    }

    @Test
    void validUrlsConnect() {
        String password = database.url().replaceFirst(".*?://[^:]*:([^@]*)@.*", "$1");
        String withoutPassword = database.url().replace(":" + password + "@", "@");
        int number = 0;
        for (Map<String, String> environment : List.of(
                Map.of("DATABASE_URL", database.url()),
                Map.of("DATABASE_URL", database.url().replace("postgres://", "postgresql://")),
                Map.of("DATABASE_URL", database.jdbcUrl()),
                Map.of("DATABASE_URL", withoutPassword + "?password=" + password),
                Map.of("DATABASE_URL", withoutPassword, "PGPASSWORD", password))) {
            String sources = temp.resolve("" + number++).toString();
            assertThat(run(environment, "import", "--package", "p", "--sources", sources))
                    .as(err.toString())
                    .isZero();
        }
    }

    private void check(Password password, List<String> command, Map<String, String> environment, String... more) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--verbose", "--json"));
        int exit = run(environment, arguments.toArray(new String[0]));
        String output = out.toString() + err;
        assertThat(exit).as(arguments + " " + environment + output).isNotZero();
        for (String piece : password.pieces()) {
            assertThat(output).as(arguments + " " + environment).doesNotContain(piece);
        }
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Main.commandLine(environment, arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /**
     * A password in all its encodings.
     *
     * @param pieces the parts that no output may show, split where a character in the password may be read as a
     *     separator
     */
    private record Password(String text, List<String> pieces) {

        static Password random(Random random) {
            List<String> pieces = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                String piece = "Zq" + Integer.toString(random.nextInt(36 * 36, 36 * 36 * 36), 36) + "Xw";
                pieces.add(piece);
                text.append(piece).append(i == 2 ? "" : SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            return new Password(text.toString(), pieces);
        }

        String in(String form) {
            return form.replace("RAW", text)
                    .replace(
                            "CODED",
                            URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"))
                    .replace("ALL", all());
        }

        private String all() {
            StringBuilder coded = new StringBuilder();
            for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
                coded.append(String.format("%%%02x", each));
            }
            return coded.toString();
        }
    }
}
