package dev.tenon.schema.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.rule.Finding;
import dev.tenon.schema.rule.SchemaRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Where tables refer to one another in a circle and no reference may be null or wait, none of them gets a first row. */
final class CyclicReferences implements SchemaRule {

    @Override
    public String code() {
        return "TN237";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Constraint.ForeignKey key : binding(table)) {
                boolean circle = !key.target().equals(table.name())
                        && reaches(schema, key.target(), table.name(), new HashSet<>());
                if (circle) {
                    findings.accept(Finding.warning(
                            code(),
                            ObjectPath.constraint(table.name(), key.name()),
                            "deferrable",
                            table.name().display() + " needs a row of "
                                    + key.target().display() + " before its first row, and the other way round",
                            "make one of the references deferrable, or let it be null"));
                }
            }
        }
    }

    private static boolean reaches(Schema schema, QualifiedName from, QualifiedName to, Set<QualifiedName> seen) {
        if (from.equals(to)) {
            return true;
        }
        return seen.add(from)
                && schema.table(from).map(CyclicReferences::binding).orElse(List.of()).stream()
                        .anyMatch(key -> reaches(schema, key.target(), to, seen));
    }

    /** The references that every row has, and at once. */
    private static List<Constraint.ForeignKey> binding(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> key.deferrability() == Deferrability.NOT_DEFERRABLE
                        && key.columns().stream()
                                .flatMap(name -> table.column(name).stream())
                                .noneMatch(Column::nullable))
                .toList();
    }
}
