package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.schema;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renames of types and labels that expressions name. */
final class EnumExpressionCases {

    private static final QualifiedName STATE = QualifiedName.parse("state");

    private EnumExpressionCases() {}

    static List<ChangeCase> all() {
        return List.of(new ChangeCase(
                "enum-rename-in-expressions",
                schema(labelled("plan_status", "active")),
                enums(schema(labelled("state", "open"))),
                new MigrationHints(
                        Map.of(ObjectPath.enumType(STATE), "plan_status", ObjectPath.label(STATE, "open"), "active"),
                        Map.of(),
                        Map.of())));
    }

    /** Plans with a generated column, a check and an index that compare with the label. */
    private static Table labelled(String type, String label) {
        ColumnType status = new ColumnType.UserDefined(QualifiedName.parse(type), List.of());
        List<Column> columns = new ArrayList<>(plan().columns());
        columns.replaceAll(column -> column.name().equals("status") ? column.withType(status) : column);
        columns.add(Column.of("open", Plans.INTEGER)
                .withDefault(Optional.of(new ColumnDefault.Generated(
                        "CASE WHEN status = '" + label + "'::public." + type + " THEN 1 ELSE 0 END"))));
        return plan().withColumns(columns)
                .withConstraints(List.of(
                        plan().primaryKey().orElseThrow(),
                        new Constraint.Check("plan_status_check", "status <> '" + label + "' OR id > 0", true)))
                .withIndexes(List.of(Index.of("plan_open_idx", "btree", List.of(IndexKey.column("id")))
                        .withWhere(Optional.of("status IN ('draft', '" + label + "')"))));
    }

    private static Schema enums(Schema schema) {
        return schema.withEnums(List.of(new EnumType(STATE, List.of("draft", "open"), Optional.empty())));
    }
}
