package dev.tenon.runtime.internal.catalog.leftover;

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

/** Foreign keys to single partitions. They can be recreated if the partitioned table has the referenced key. */
final class PartitionReferences {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*\"|[^\"()])+";

    /** Matches the server's text, which quotes a name only if necessary. */
    private static final Pattern DEFINITION = Pattern.compile(
            "FOREIGN KEY \\((?<own>" + NAME + ")\\) REFERENCES (?<table>" + NAME + ")\\((?<columns>" + NAME + ")\\).*");

    private static final Pattern COLUMN = Pattern.compile("\"(?:[^\"]|\"\")*\"|[^\", ]+");

    private final Schema schema;
    private final Map<String, Table> byPartition = new HashMap<>();
    private final Set<String> tables = new HashSet<>();
    private final Set<ObjectPath> unsupported = new HashSet<>();

    PartitionReferences(Schema schema, List<Unmodelled> attributes) {
        this.schema = schema;
        for (Table table : schema.tables()) {
            tables.add(Identifier.quote(table.name()));
            table.partitioning()
                    .ifPresent(partitioning -> partitioning
                            .partitions()
                            .forEach(partition -> byPartition.put(name(table, partition), table)));
        }
        attributes.stream()
                .filter(each -> isReference(each) && !canBeCreated(each.at(), each.found()))
                .forEach(each -> unsupported.add(each.at()));
    }

    private static String name(Table table, Partition partition) {
        return Identifier.quote(table.name().withName(partition.name()));
    }

    /**
     * Whether a database generated from the sources can have it; not for an unsupported reference and its attributes.
     */
    boolean canBeCreated(Unmodelled attribute) {
        return !unsupported.contains(attribute.at());
    }

    private static boolean isReference(Unmodelled attribute) {
        return attribute.attribute().equals("reference") && attribute.at().kind() == ObjectPath.Kind.CONSTRAINT;
    }

    private boolean canBeCreated(ObjectPath at, String definition) {
        Matcher reference = DEFINITION.matcher(definition);
        boolean toPartition = reference.matches() && !tables.contains(reference.group("table"));
        return !toPartition || (target(definition).isPresent() && !isNamedByServer(at, definition));
    }

    /** A foreign key to a partitioned table creates one to each partition. The server names those like a user would. */
    private boolean isNamedByServer(ObjectPath at, String definition) {
        Matcher reference = DEFINITION.matcher(definition);
        return reference.matches()
                && schema.table(at.owner()).stream()
                        .flatMap(table -> table.foreignKeys().stream())
                        .filter(key -> quoted(key.columns()).equals(names(reference.group("own"))))
                        .flatMap(key -> schema.table(key.target()).stream())
                        .anyMatch(target -> target.partitioning().isPresent());
    }

    /** Returns the object with a dependency on the table whose partition it references. */
    SqlObject afterTable(SqlObject object) {
        int definition = object.create().indexOf("FOREIGN KEY (");
        Optional<Table> table =
                definition < 0 ? Optional.empty() : target(object.create().substring(definition));
        return table.map(Keyed::name)
                .map(name -> new SqlObject(
                        object.name(), object.create(), object.drop(), false, List.of(name), object.shared()))
                .orElse(object);
    }

    /** Returns the table of the referenced partition, if the columns are a key of the whole table. */
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

    /** A foreign key may list the key's columns in any order. */
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
