package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Tables, partitions, sequences, indexes, indexes of keys, and types share one namespace in a PostgreSQL schema. */
final class NameCollision implements SchemaRule {

    @Override
    public String code() {
        return "TN203";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        Map<QualifiedName, ObjectPath> taken = new HashMap<>();
        schema.tables().forEach(table -> take(table.name(), ObjectPath.table(table.name()), taken, findings));
        schema.enums().forEach(type -> take(type.name(), ObjectPath.enumType(type.name()), taken, findings));
        schema.sequences()
                .forEach(sequence -> take(sequence.name(), ObjectPath.sequence(sequence.name()), taken, findings));
        for (Table table : schema.tables()) {
            table.partitions()
                    .forEach(partition -> take(
                            table.name().withName(partition.name()),
                            ObjectPath.partition(table.name(), partition.name()),
                            taken,
                            findings));
            for (Constraint constraint : table.constraints()) {
                if (hasIndex(constraint)) {
                    ObjectPath path = ObjectPath.constraint(table.name(), constraint.name());
                    take(table.name().withName(constraint.name()), path, taken, findings);
                }
            }
            table.indexes()
                    .forEach(index -> take(
                            table.name().withName(index.name()),
                            ObjectPath.index(table.name(), index.name()),
                            taken,
                            findings));
            partsOfReferences(schema, table, findings);
        }
    }

    /**
     * For a foreign key to a partitioned table, PostgreSQL creates one constraint per partition, named by the columns.
     */
    private void partsOfReferences(Schema schema, Table table, Consumer<Finding> findings) {
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            String name = DefaultNames.foreignKey(table.name(), key.columns());
            boolean divided =
                    schema.table(key.target()).flatMap(Table::partitioning).isPresent();
            if (divided
                    && !key.name().equals(name)
                    && KeyedLookup.find(table.constraints(), name).isPresent()) {
                ObjectPath path = ObjectPath.constraint(table.name(), name);
                findings.accept(Finding.error(
                        code(),
                        path,
                        "name",
                        path + " has the name that PostgreSQL generates for the per-partition constraints of foreign"
                                + " key " + key.name() + ", which references partitioned table "
                                + key.target().display(),
                        "choose another name"));
            }
        }
    }

    private void take(
            QualifiedName name, ObjectPath path, Map<QualifiedName, ObjectPath> taken, Consumer<Finding> findings) {
        ObjectPath first = taken.putIfAbsent(name, path);
        if (first != null) {
            findings.accept(Finding.error(
                    code(),
                    path,
                    "name",
                    path + " has the same name as " + first + " in schema " + name.schema(),
                    "rename one of them"));
        }
    }

    private static boolean hasIndex(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey
                || constraint instanceof Constraint.Unique
                || constraint instanceof Constraint.Exclusion;
    }
}
