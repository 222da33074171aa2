package dev.tenon.cli.importer;

import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables in which other tools keep their histories: they go when the tool goes, and are no entities. */
final class HistoryTables {

    /** By name, with a column that tells them from tables that happen to be called so. */
    private static final Map<String, String> HISTORIES = Map.of(
            "flyway_schema_history", "installed_rank",
            "databasechangelog", "orderexecuted",
            "databasechangeloglock", "lockgranted",
            "_prisma_migrations", "applied_steps_count",
            "db_migration", "mchecksum",
            "__drizzle_migrations", "created_at");

    /** The schema that Drizzle makes for its history. */
    private static final String DRIZZLE = "drizzle";

    private HistoryTables() {}

    /** The schema without them, which are among what is left over. */
    static Schema without(Schema schema, ImportWarnings leftovers) {
        Set<QualifiedName> gone = schema.tables().stream()
                .filter(HistoryTables::isHistory)
                .map(Table::name)
                .collect(Collectors.toSet());
        gone.forEach(leftovers::history);
        Schema rest = schema.withTables(schema.tables().stream()
                        .filter(table -> !gone.contains(table.name()))
                        .toList())
                .withSequences(schema.sequences().stream()
                        .filter(sequence -> sequence.owner()
                                .map(Sequence.Owner::table)
                                .filter(gone::contains)
                                .isEmpty())
                        .toList());
        return rest.withNamespaces(rest.namespaces().stream()
                .filter(namespace -> gone.isEmpty() || !isEmptied(namespace, rest))
                .toList());
    }

    private static boolean isHistory(Table table) {
        return Optional.ofNullable(HISTORIES.get(table.name().name()))
                .flatMap(table::column)
                .isPresent();
    }

    private static boolean isEmptied(Namespace namespace, Schema rest) {
        return namespace.name().equals(DRIZZLE) && !new NamespaceAnnotations(rest).holdsSomething(DRIZZLE);
    }
}
