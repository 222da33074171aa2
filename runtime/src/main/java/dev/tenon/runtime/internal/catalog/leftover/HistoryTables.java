package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The history tables of other migration tools. They are removed with the tool, so they do not become entities. */
final class HistoryTables {

    /** Table names, each with a column that distinguishes the history from a user's table of the same name. */
    private static final Map<String, String> HISTORIES = Map.of(
            "flyway_schema_history", "installed_rank",
            "databasechangelog", "orderexecuted",
            "databasechangeloglock", "lockgranted",
            "_prisma_migrations", "applied_steps_count",
            "db_migration", "mchecksum",
            "__drizzle_migrations", "created_at");

    /** The schema that Drizzle creates for its history. */
    private static final String DRIZZLE = "drizzle";

    private HistoryTables() {}

    /** Returns the schema without the history tables, and adds a warning for each. */
    static Schema without(Schema schema, LeftoverCollector leftovers) {
        Set<QualifiedName> histories = schema.tables().stream()
                .filter(HistoryTables::isHistory)
                .map(Table::name)
                .collect(Collectors.toSet());
        histories.forEach(leftovers::history);
        Schema rest = schema.withTables(schema.tables().stream()
                        .filter(table -> !histories.contains(table.name()))
                        .toList())
                .withSequences(schema.sequences().stream()
                        .filter(sequence -> sequence.owner()
                                .map(Sequence.Owner::table)
                                .filter(histories::contains)
                                .isEmpty())
                        .toList());
        return rest.withNamespaces(rest.namespaces().stream()
                .filter(namespace -> histories.isEmpty() || !isEmptied(namespace, rest))
                .toList());
    }

    private static boolean isHistory(Table table) {
        return Optional.ofNullable(HISTORIES.get(table.name().name()))
                .flatMap(table::column)
                .isPresent();
    }

    private static boolean isEmptied(Namespace namespace, Schema rest) {
        return namespace.name().equals(DRIZZLE)
                && Stream.of(rest.tables(), rest.views(), rest.sequences(), rest.enums(), rest.objects())
                        .flatMap(List::stream)
                        .noneMatch(object -> object.name().schema().equals(DRIZZLE));
    }
}
