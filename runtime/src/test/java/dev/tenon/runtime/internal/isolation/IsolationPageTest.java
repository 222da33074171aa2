package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The page on isolation has a line for every mutation of {@code LeakTest}, with the differences of verify and the
 * failing probes.
 */
class IsolationPageTest {

    private static final Path PAGE = Path.of("../docs/internals/isolation-table.md");
    private static final String HEADER = "| what is done | `verify` | `verify --isolation` |\n";

    @Test
    void thePageListsEveryMutationWithItsDetection() throws IOException, SQLException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(HEADER)) + table();
        if ("write".equals(System.getProperty("tenon.golden"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(page).isEqualTo(expected);
    }

    private static String table() throws IOException, SQLException {
        List<String> undetected = new ArrayList<>();
        StringBuilder table = new StringBuilder(HEADER).append("| --- | --- | --- |\n");
        for (WeakenedSchema weakened : WeakenedSchema.values()) {
            try (Scratch scratch = Scratch.create()) {
                Schema schema = weakened.create(scratch);
                for (Mutation mutation : weakened.mutations().toList()) {
                    List<String> differences = differences(mutation, schema, scratch);
                    List<String> probes = probes(mutation);
                    if (differences.isEmpty() && probes.isEmpty()) {
                        undetected.add(mutation.sql().lines().findFirst().orElseThrow());
                    }
                    table.append(cell(mutation.sql()))
                            .append(differences.isEmpty() ? "| " : cell(differences.get(0)))
                            .append("| ")
                            .append(
                                    differences.isEmpty() && probes.isEmpty()
                                            ? "opens nothing"
                                            : String.join(", ", probes))
                            .append(" |\n");
                }
            }
        }
        // These show only the reader's own rows, or cannot be reached.
        assertThat(undetected)
                .containsExactly(
                        "CREATE VIEW all_plans WITH (security_invoker = true) AS SELECT * FROM research_plan;",
                        "CREATE FUNCTION plans() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.research_plan';",
                        "CREATE FUNCTION plans() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = ''"
                                + " AS 'SELECT count(*) FROM public.research_plan';",
                        "CREATE FUNCTION label() RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp"
                                + " AS $f$ SELECT 'the output'::text $f$;",
                        "CREATE TABLE plan_backup AS SELECT * FROM research_plan;",
                        "CREATE SCHEMA hidden;",
                        "CREATE VIEW users AS SELECT * FROM app_user;");
        return table.toString();
    }

    private static List<String> differences(Mutation mutation, Schema schema, Scratch scratch) throws SQLException {
        try (Connection connection = scratch.database().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(scratch.named(mutation.sql()));
            List<String> differences =
                    Verification.verifyInTransaction(connection, schema, false).differences().stream()
                            .map(Difference::toString)
                            .map(text ->
                                    text.replace(scratch.role("app"), "$app").replace(scratch.role("other"), "$other"))
                            .toList();
            connection.rollback();
            return differences;
        }
    }

    private static String cell(String text) {
        return "| `" + text.replaceAll("\\s+", " ").replace("|", "\\|") + "` ";
    }

    private static List<String> probes(Mutation mutation) {
        return mutation.expected().stream()
                .map(line -> line.replaceAll("^\\S+ \\S+ (\\S+)( WARNING)?.*", "$1$2")
                        .replace(" WARNING", " (warning)"))
                .distinct()
                .toList();
    }
}
