package dev.tenon.hibernate;

import dev.tenon.schema.internal.generate.MigrationDraft;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the schema that Tenon derives from entities with the one that Hibernate creates for them.
 *
 * @param refusal why Hibernate refuses the entities, if it does
 * @param problems what went wrong before both schemas existed, and what Hibernate says against Tenon's schema
 * @param onlyTenon what only Tenon creates
 * @param onlyHibernate what only Hibernate creates
 */
record Comparison(Optional<String> refusal, List<String> problems, List<String> onlyTenon, List<String> onlyHibernate) {

    Comparison {
        problems = List.copyOf(problems);
        onlyTenon = List.copyOf(onlyTenon);
        onlyHibernate = List.copyOf(onlyHibernate);
    }

    /** All differences, one a line: with {@code +} of Tenon, with {@code -} of Hibernate. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(problems);
        refusal.ifPresent(text -> lines.add("Hibernate refuses: " + text));
        onlyTenon.forEach(line -> lines.add("+ " + line));
        onlyHibernate.forEach(line -> lines.add("- " + line));
        return lines;
    }

    /**
     * Compares.
     *
     * @param sources the folder of the entities
     * @param output the folder of their classes
     * @param tenon the JDBC URL of the database for Tenon, whose tables are dropped before
     * @param hibernate the JDBC URL of the database for Hibernate, whose tables are dropped before
     */
    static Comparison of(Path sources, Path output, Naming naming, String tenon, String hibernate)
            throws IOException, SQLException {
        CompiledEntities compiled = CompiledEntities.of(sources, output, naming);
        List<String> problems = new ArrayList<>(compiled.errors());
        if (!problems.isEmpty()) {
            // Tenon refuses them; whether Hibernate does, too, shows without the processor.
            compiled.recompile(sources);
        }
        try (URLClassLoader loader = compiled.loader();
                Connection own = DriverManager.getConnection(tenon);
                Connection other = DriverManager.getConnection(hibernate)) {
            empty(own);
            empty(other);
            List<Class<?>> classes = compiled.mapped(loader);
            Map<String, String> expected;
            try (Hibernate created = new Hibernate(classes, loader, hibernate, naming, "create-only")) {
                expected = LeastRows.outcomes(created);
            } catch (RuntimeException refusal) {
                return new Comparison(Optional.of(String.valueOf(refusal)), problems, List.of(), List.of());
            }
            if (!problems.isEmpty()) {
                return new Comparison(Optional.empty(), problems, List.of(), List.of());
            }
            MigrationDraft draft = compiled.draft();
            draft.findings().forEach(finding -> problems.add(finding.toString()));
            if (!problems.isEmpty()) {
                return new Comparison(Optional.empty(), problems, List.of(), List.of());
            }
            apply(draft, own);
            validate(classes, loader, naming, tenon, expected, problems);
            return compare(own, other, problems);
        }
    }

    private static void validate(
            List<Class<?>> classes,
            ClassLoader loader,
            Naming naming,
            String url,
            Map<String, String> expected,
            List<String> problems) {
        try (Hibernate validated = new Hibernate(classes, loader, url, naming, "validate")) {
            Map<String, String> outcomes = LeastRows.outcomes(validated);
            outcomes.forEach((entity, outcome) -> {
                String wanted = expected.get(entity);
                if (!outcome.equals(wanted)) {
                    problems.add("a row of " + entity + ": " + outcome + ", with Hibernate's schema " + wanted);
                }
            });
        } catch (RuntimeException failure) {
            problems.add("validate: " + failure.getMessage());
        }
    }

    private static Comparison compare(Connection own, Connection other, List<String> problems) throws SQLException {
        Set<String> tenon = Catalog.read(own);
        Set<String> hibernate = Catalog.read(other);
        List<String> missing = new ArrayList<>(without(hibernate, tenon));
        missing.removeIf(Comparison::isCheckOfClass);
        missing.addAll(without(Catalog.indexes(other), Catalog.indexes(own)));
        return new Comparison(Optional.empty(), problems, without(tenon, hibernate), missing);
    }

    /** Decision 10: Hibernate 7 checks in the table of a hierarchy that rows of a class have what the class requires. */
    private static boolean isCheckOfClass(String line) {
        return line.matches("\\S+ CHECK \\(+\"?\\w+\"?\\)?(::text)? <> .* IS NOT NULL\\)+");
    }

    private static List<String> without(Set<String> lines, Set<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
    }

    /** Runs the migration. */
    static void apply(MigrationDraft draft, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (var step : draft.steps()) {
                for (var each : step.statements()) {
                    statement.execute(each.sql());
                }
            }
        }
    }
}
