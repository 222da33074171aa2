package dev.tenon.imported.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.imported.evolution.Scenario.Section;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Runs a scenario on an empty database. */
final class ScenarioRun {

    private static final Pattern CODE = Pattern.compile("TN\\d{3}");
    private static final Pattern BATCHES = Pattern.compile("-- tenon:step (\\d+) batches");
    private static final String ACCEPT = "-Atenon.accept=";

    private final DataSource database;
    private final DataSource migrator;
    private final Path folder;
    private final MigrationDirectory migrations;
    private final TreeMap<String, String> sources = new TreeMap<>();
    private List<String> options = List.of();
    private String during = "";
    private int duringStep;

    ScenarioRun(DataSource database, Path folder) {
        this(database, database, folder);
    }

    /**
     * @param database logs in as a superuser, for everything else than migrating and verifying
     * @param migrator logs in as the migrator
     */
    ScenarioRun(DataSource database, DataSource migrator, Path folder) {
        this.database = database;
        this.migrator = migrator;
        this.folder = folder;
        this.migrations = MigrationDirectory.at(folder.resolve("migrations"));
    }

    void run(Scenario scenario) throws IOException, SQLException {
        clear();
        for (Section section : scenario.sections()) {
            section(section);
        }
    }

    private void section(Section section) throws IOException, SQLException {
        switch (section.kind()) {
            case "java" -> sources.put(section.argument(), section.text());
            case "remove" -> sources.remove(section.argument());
            case "options" -> options = section.body();
            case "build" -> build();
            case "stopped" -> stopped(section);
            case "resumed" -> resumed();
            case "unchanged" -> unchanged(compile());
            case "refused" -> refused(section);
            case "during" -> during = section.text();
            case "sql" -> execute(section.text());
            case "rows" ->
                assertThat(rows(section.argument()))
                        .as(section.argument() + " after\n" + newest())
                        .containsExactlyElementsOf(section.body());
            default -> throw new IllegalArgumentException(section.toString());
        }
    }

    private void build() throws IOException, SQLException {
        assertThat(compile("-Atenon.generate=version").errors()).isEmpty();
        resumed();
    }

    private void stopped(Section section) throws IOException {
        assertThat(compile("-Atenon.generate=version").errors()).isEmpty();
        duringStep = stepForOthers();
        assertThatThrownBy(() -> tenon().migrate())
                .as(newest())
                .satisfies(failure ->
                        section.body().forEach(line -> assertThat(failure).hasMessageContaining(line)));
    }

    private Tenon tenon() {
        return Tenon.configure()
                .dataSource(migrator)
                .migrations(folder.resolve("migrations"))
                .listener(this::onEvent)
                .load();
    }

    private void resumed() throws IOException, SQLException {
        Tenon tenon = tenon();
        duringStep = stepForOthers();
        try {
            tenon.migrate();
        } catch (RuntimeException failure) {
            throw new AssertionError(failure.getMessage() + "\n" + newest(), failure);
        }
        assertThat(during).as("what others would have run during\n" + newest()).isEmpty();
        assertThat(tenon.verifyStrictly().differences())
                .as(newest())
                .extracting(Difference::toString)
                .isEmpty();
        unchanged(compile());
    }

    private void unchanged(EntityBuild build) throws IOException {
        assertThat(build.errors()).isEmpty();
        Set<String> accepted = options.stream()
                .filter(option -> option.startsWith(ACCEPT))
                .flatMap(option ->
                        Arrays.stream(option.substring(ACCEPT.length()).split(",")))
                .collect(Collectors.toSet());
        MigrationDraft again =
                NextMigration.next(migrations, build.compiled(), accepted).draft();
        assertThat(again.findings()).isEmpty();
        assertThat(again.changes()).isEmpty();
    }

    private void refused(Section section) {
        List<String> errors = compile("-Atenon.generate=refused").errors();
        assertThat(errors.stream()
                        .flatMap(error -> CODE.matcher(error).results().limit(1))
                        .map(MatchResult::group))
                .as(String.join("\n", errors))
                .isNotEmpty()
                .containsOnly(section.argument().split(" "));
        section.body()
                .forEach(line ->
                        assertThat(errors).anySatisfy(error -> assertThat(error).contains(line)));
    }

    private EntityBuild compile(String... more) {
        List<String> all = new ArrayList<>(
                List.of("-proc:only", "-Atenon.metamodel=false", "-Atenon.migrations=" + folder.resolve("migrations")));
        all.addAll(options);
        all.addAll(List.of(more));
        return EntityBuild.of(sources, all);
    }

    /** Runs on the migrating thread, so the migration waits. */
    private void onEvent(MigrationEvent event) {
        if (event instanceof MigrationEvent.StepBegun begun && begun.step().step() == duringStep) {
            String sql = during;
            during = "";
            try {
                execute(sql);
            } catch (SQLException failure) {
                throw new AssertionError("others cannot write during step " + duringStep, failure);
            }
        }
    }

    /** The first step in batches, which has its triggers by then, or else the second step. */
    private int stepForOthers() throws IOException {
        return BATCHES.matcher(newest())
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(2);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int at = 1; at <= result.getMetaData().getColumnCount(); at++) {
                    values.add(String.valueOf(result.getString(at)));
                }
                rows.add(String.join("|", values));
            }
        }
        return rows;
    }

    /** Returns the newest migration, for the failure message. */
    private String newest() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            List<Path> scripts = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            return scripts.isEmpty() ? "" : Files.readString(scripts.get(scripts.size() - 1));
        }
    }

    private void clear() throws SQLException {
        for (String name : rows("SELECT quote_ident(nspname) FROM pg_namespace"
                + " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'")) {
            execute("DROP SCHEMA " + name + " CASCADE");
        }
        execute("CREATE SCHEMA public AUTHORIZATION pg_database_owner");
    }
}
