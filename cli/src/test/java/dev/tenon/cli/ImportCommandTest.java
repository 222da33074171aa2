package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class ImportCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path sources;

    @Test
    void sourcesAreWrittenOnceAndUnsupportedObjectsAreNamed(TestDatabase database, Connection connection)
            throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE research_plan (id bigint PRIMARY KEY, title varchar(200))");
            statement.execute("CREATE TABLE keyless (id bigint)");
            statement.execute("CREATE TYPE mood AS ENUM ('', 'fine')");
        }
        assertThat(run(database, "com.example")).isZero();
        assertThat(out.toString()).contains("Not imported: enum mood is imported without its blank label");
        assertThat(Files.readString(sources.resolve("com/example/ResearchPlan.java")))
                .contains(
                        "@Table\npublic record ResearchPlan(@Id long id, @Column(length = 200) Optional<String> title)");

        assertThat(run(database, "com.classes", "--style", "class", "--nullable", "column"))
                .isZero();
        assertThat(Files.readString(sources.resolve("com/classes/ResearchPlan.java")))
                .contains(
                        "@Table\npublic final class ResearchPlan {",
                        "    private final String title;",
                        "public long id()");
        assertThat(run(database, "com.jpa", "--style", "jpa")).isZero();
        assertThat(Files.readString(sources.resolve("com/jpa/ResearchPlan.java")))
                .contains("@Entity\npublic class ResearchPlan {", "@Column(length = 200)", "getTitle()");

        assertThat(run(database, "com.example")).isEqualTo(2);
        assertThat(err.toString()).contains("is there already");
    }

    @Test
    void theStrategyThatNeedsFewestNamesIsChosenAndSaid(TestDatabase database, Connection connection)
            throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE \"Posts\" (id bigint PRIMARY KEY, \"createdAt\" date, \"isPublic\" boolean)");
        }
        assertThat(run(database, "com.example", "--singular", "--nullable", "jspecify"))
                .isZero();
        assertThat(out.toString()).contains("Names follow identity: compile with -Atenon.naming=identity");
        assertThat(Files.readString(sources.resolve("com/example/package-info.java")))
                .contains("-Atenon.naming=identity");
        assertThat(Files.readString(sources.resolve("com/example/Post.java")))
                .contains(
                        "@Table(name = \"Posts\")",
                        "@Id long id",
                        "@Nullable LocalDate createdAt",
                        "@Nullable Boolean isPublic");

        assertThat(run(database, "com.snake", "--naming", "snake_case")).isZero();
        assertThat(Files.readString(sources.resolve("com/snake/Posts.java")))
                .contains("@Column(name = \"createdAt\") Optional<LocalDate> createdAt");
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE \"Posts\"");
        }
    }

    @Test
    void anInvalidPackageIsAUsageError(TestDatabase database) {
        assertThat(run(database, "com.1st")).isEqualTo(2);
        assertThat(err.toString()).contains("'com.1st' is not a package name");
        assertThat(sources).isEmptyDirectory();
    }

    private int run(TestDatabase database, String base, String... more) {
        List<String> arguments = new ArrayList<>(List.of("import", "--package", base, "--sources", sources.toString()));
        arguments.addAll(List.of(more));
        return Main.commandLine(Map.of("DATABASE_URL", database.url()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
