package dev.tenon.cli.importer.annotation;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that become members of the referenced entity's type, in JPA style. Each holds the whole key of that
 * entity and has no attribute that a relation cannot declare.
 */
public final class JpaRelations {

    private final Map<QualifiedName, Map<String, Constraint.ForeignKey>> relations = new HashMap<>();

    private JpaRelations() {}

    /** No relations, for a style without them. */
    public static JpaRelations none() {
        return new JpaRelations();
    }

    /** Finds the relations of a schema. */
    public static JpaRelations in(Schema schema) {
        JpaRelations found = new JpaRelations();
        schema.tables().forEach(table -> found.relations.put(table.name(), of(table, schema)));
        return found;
    }

    /** Returns the reference of a column that is a relation. */
    Optional<Constraint.ForeignKey> at(QualifiedName table, String column) {
        return Optional.ofNullable(relations.getOrDefault(table, Map.of()).get(column));
    }

    private static Map<String, Constraint.ForeignKey> of(Table table, Schema schema) {
        Map<String, Constraint.ForeignKey> found = new HashMap<>();
        List<String> own =
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            String column = key.columns().get(0);
            boolean onlyReference = table.foreignKeys().stream()
                    .allMatch(other -> other.equals(key) || !other.columns().contains(column));
            if (!own.isEmpty()
                    && key.columns().size() == 1
                    && onlyReference
                    && !own.contains(column)
                    && table.column(column)
                            .filter(each -> each.defaultValue().isEmpty())
                            .filter(each -> leadsToWholeKey(each, key, schema))
                            .isPresent()) {
                found.put(column, key);
            }
        }
        return found;
    }

    private static boolean leadsToWholeKey(Column column, Constraint.ForeignKey key, Schema schema) {
        Optional<Table> target = schema.table(key.target());
        return target.flatMap(Table::primaryKey)
                        .filter(referred -> referred.columns().equals(key.targetColumns()))
                        .isPresent()
                && target.flatMap(table -> table.column(key.targetColumns().get(0)))
                        .filter(referred -> referred.type().equals(column.type()))
                        .isPresent();
    }
}
