package dev.tenon.cli.importer;

import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Foreign keys to single partitions, which can be made again where the partition has the key from its table. */
final class PartitionReferences {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^\"()])+";

    /** As the server writes it, with names in quotes where they have to be. */
    private static final Pattern DEFINITION = Pattern.compile(
            "FOREIGN KEY \\((?<own>" + NAME + ")\\) REFERENCES (?<table>" + NAME + ")\\((?<columns>" + NAME + ")\\).*");

    private static final Pattern COLUMN = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^\", ]+");

    private final Schema schema;
    private final Map<String, Table> byPartition = new HashMap<>();
    private final Set<ObjectPath> lost = new HashSet<>();

    PartitionReferences(Schema schema, List<Unmodelled> beyond) {
        this.schema = schema;
        for (Table table : schema.tables()) {
            table.partitioning()
                    .ifPresent(how ->
                            how.partitions().forEach(partition -> byPartition.put(name(table, partition), table)));
        }
        beyond.stream()
                .filter(each -> isReference(each) && !canBeMade(each.at(), each.found()))
                .forEach(each -> lost.add(each.at()));
    }

    private static String name(Table table, Partition partition) {
        return Identifier.quote(table.name().withName(partition.name()));
    }

    /** Whether a database made from the sources can have it: all but a reference that it cannot, and what is on that. */
    boolean canBeMade(Unmodelled beyond) {
        return !lost.contains(beyond.at());
    }

    private static boolean isReference(Unmodelled beyond) {
        return beyond.attribute().equals("reference") && beyond.at().kind() == ObjectPath.Kind.CONSTRAINT;
    }

    private boolean canBeMade(ObjectPath at, String definition) {
        return target(definition).isPresent() && !isNamedByServer(at, definition);
    }

    /** A reference to a whole table makes one to each partition, to which the server gives names like those of people. */
    private boolean isNamedByServer(ObjectPath at, String definition) {
        Matcher reference = DEFINITION.matcher(definition);
        return reference.matches()
                && schema.table(at.owner()).stream()
                        .flatMap(table -> table.foreignKeys().stream())
                        .filter(key -> quoted(key.columns()).equals(names(reference.group("own"))))
                        .flatMap(key -> schema.table(key.target()).stream())
                        .anyMatch(target -> target.partitioning().isPresent());
    }

    /** The object, known to need the table of the partition that it refers to, if it does. */
    SqlObject afterTable(SqlObject object) {
        int definition = object.create().indexOf("FOREIGN KEY (");
        Optional<Table> table =
                definition < 0 ? Optional.empty() : target(object.create().substring(definition));
        return table.map(Keyed::name)
                .map(name -> new SqlObject(
                        object.name(), object.create(), object.drop(), false, List.of(name), object.shared()))
                .orElse(object);
    }

    /** The table whose partition it refers to, by columns that are a key of the whole table. */
    private Optional<Table> target(String definition) {
        Matcher reference = DEFINITION.matcher(definition);
        return reference.matches()
                ? Optional.ofNullable(byPartition.get(reference.group("table")))
                        .filter(table -> table.constraints().stream()
                                .map(PartitionReferences::keyed)
                                .anyMatch(
                                        key -> !key.isEmpty() && quoted(key).equals(names(reference.group("columns")))))
                : Optional.empty();
    }

    /** A key may be referred to in any order of its columns. */
    private static Set<String> quoted(List<String> columns) {
        return columns.stream().map(Identifier::quote).collect(Collectors.toSet());
    }

    private static Set<String> names(String listed) {
        return COLUMN.matcher(listed).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<String> keyed(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey key) {
            return key.columns();
        }
        return constraint instanceof Constraint.Unique unique ? unique.columns() : List.of();
    }
}
