package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.sql.parse.TypeRewriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Columns, and enum types of some of them, that are replaced in one cutover because they share an index, key, foreign
 * key or type.
 *
 * @param columns the columns
 * @param enums the enum types
 */
public record ShadowGroup(List<ShadowColumn> columns, List<ShadowEnum> enums) {

    public ShadowGroup {
        columns = List.copyOf(columns);
        enums = List.copyOf(enums);
    }

    /** Whether the group contains the column. */
    boolean has(QualifiedName table, String column) {
        return columns.stream()
                .anyMatch(each -> each.table().equals(table) && each.name().equals(column));
    }

    /** The tables of the columns. */
    public Set<ObjectPath> tables() {
        return columns.stream().map(column -> ObjectPath.table(column.table())).collect(Collectors.toSet());
    }

    /** Whether the fragment is for a change of one of the columns. */
    public boolean concerns(PlannedStatements fragment) {
        ObjectPath path = fragment.statements().get(0).change().path();
        return has(path.owner(), path.member())
                || enums.stream().anyMatch(each -> each.change().path().equals(path));
    }

    /** The column type as it is until the cutover: with the temporary names of new enum types. */
    public ColumnType interim(ColumnType type) {
        ColumnType interim = type;
        for (ShadowEnum each : enums) {
            interim = each.interim(interim);
        }
        return interim;
    }

    /** The expression as it is until the cutover: with the temporary names of new enum types. */
    public String interim(String sql) {
        String interim = sql;
        for (ShadowEnum each : enums) {
            interim = TypeRewriter.in(interim, each.name(), each.shadow());
        }
        return interim;
    }
}
