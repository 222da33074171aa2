package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A parsed CREATE PUBLICATION statement, independent of the order of its parts.
 *
 * @param name the publication
 * @param allTables whether it includes all tables
 * @param tables its tables
 * @param schemas the schemas of which it includes all tables
 * @param options its options, by their names
 */
public record PublicationStatement(
        String name,
        boolean allTables,
        Map<QualifiedName, Part> tables,
        Set<String> schemas,
        Map<String, String> options) {

    /**
     * The published part of a table.
     *
     * @param columns the published columns; empty for all
     * @param where the condition on the published rows, without parentheses around it
     */
    public record Part(Set<String> columns, Optional<String> where) {
        public Part {
            columns = new TreeSet<>(columns);
        }
    }

    /** The default options. */
    private static final Map<String, String> DEFAULT =
            Map.of("publish", "delete, insert, truncate, update", "publish_via_partition_root", "false");

    private static final String GENERATED = "publish_generated_columns";

    public PublicationStatement {
        tables = new TreeMap<>(tables);
        schemas = new TreeSet<>(schemas);
        Map<String, String> all = new TreeMap<>(DEFAULT);
        all.putAll(options);
        all.remove(GENERATED, "none");
        options = all;
    }

    /** Parses a statement; empty if it creates no publication, or cannot be parsed. */
    public static Optional<PublicationStatement> of(String create) {
        return CreateStatement.of(create)
                .filter(made -> made.kind().equals("publication"))
                .flatMap(made ->
                        new PublicationStatementParser(create).read(made.name().name()));
    }

    /** The same publication with other row conditions, by table. */
    public PublicationStatement withConditions(BiFunction<QualifiedName, String, String> words) {
        Map<QualifiedName, Part> other = new TreeMap<>();
        tables.forEach((table, part) ->
                other.put(table, new Part(part.columns(), part.where().map(where -> words.apply(table, where)))));
        return new PublicationStatement(name, allTables, other, schemas, options);
    }

    /** The statement. */
    public String create() {
        List<String> parts = new ArrayList<>();
        tables.forEach((table, part) -> parts.add("TABLE " + Identifier.quote(table)
                + (part.columns().isEmpty() ? "" : " (" + Identifier.list(part.columns()) + ")")
                + part.where().map(where -> " WHERE (" + where + ")").orElse("")));
        schemas.forEach(schema -> parts.add("TABLES IN SCHEMA " + Identifier.quote(schema)));
        String of = allTables ? " FOR ALL TABLES" : parts.isEmpty() ? "" : " FOR " + String.join(", ", parts);
        return "CREATE PUBLICATION " + Identifier.quote(name) + of
                + options.entrySet().stream()
                        .map(option -> option.getKey() + " = " + Literal.text(option.getValue()))
                        .collect(Collectors.joining(", ", " WITH (", ")"));
    }
}
