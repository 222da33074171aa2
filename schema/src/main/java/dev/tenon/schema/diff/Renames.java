package dev.tenon.schema.diff;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.Hints;
import dev.tenon.schema.Names;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The declared renames that are still to be made, and the old schema as it is once they are made: so the diff, which
 * pairs by name, sees them no more. A rename counts only where the old name is there and the new one is not; so it has no
 * effect once it is applied.
 *
 * @param changes the renames, tables and types before their members
 * @param renamed the old schema under the new names
 */
public record Renames(List<Change> changes, Schema renamed) {

    /** Finds the renames between two schemas that the hints declare. */
    public static Renames between(Schema before, Schema after, Hints hints) {
        List<Change> changes = new ArrayList<>();
        Schema schema = before;
        for (Map.Entry<ObjectPath, String> hint : hints.renamedFrom().entrySet()) {
            ObjectPath now = hint.getKey();
            if (now.kind() == ObjectPath.Kind.TABLE || now.kind() == ObjectPath.Kind.ENUM) {
                QualifiedName former = former(now, hint.getValue());
                schema = owner(now, former, schema, after, changes);
            } else if (now.kind() == ObjectPath.Kind.VIEW) {
                schema = RenamedView.find(now.owner(), former(now, hint.getValue()), schema, after, changes);
            }
        }
        for (Map.Entry<ObjectPath, String> hint : hints.renamedFrom().entrySet()) {
            schema = member(hint.getKey(), hint.getValue(), schema, after, changes);
        }
        return new Renames(List.copyOf(changes), schema);
    }

    /** A former name without a schema was in the schema of the new one. */
    private static QualifiedName former(ObjectPath now, String text) {
        boolean qualified = text.indexOf('.') >= 0;
        return qualified ? QualifiedName.parse(text) : now.owner().withName(text);
    }

    private static Schema owner(
            ObjectPath now, QualifiedName former, Schema schema, Schema after, List<Change> changes) {
        boolean table = now.kind() == ObjectPath.Kind.TABLE;
        boolean was = table
                ? schema.table(former).isPresent() && schema.table(now.owner()).isEmpty()
                : schema.enumType(former).isPresent()
                        && schema.enumType(now.owner()).isEmpty();
        boolean gone =
                table ? after.table(former).isEmpty() : after.enumType(former).isEmpty();
        if (!was || !gone) {
            return schema;
        }
        changes.add(table ? new TableChange.Rename(former, now.owner()) : new EnumChange.Rename(former, now.owner()));
        return table ? RenamedTable.apply(schema, former, now.owner()) : RenamedEnum.apply(schema, former, now.owner());
    }

    private static Schema member(ObjectPath now, String former, Schema schema, Schema after, List<Change> changes) {
        if (now.kind() == ObjectPath.Kind.COLUMN && columnRenamed(now, former, schema, after)) {
            changes.add(new ColumnChange.Rename(now.owner(), former, now.member()));
            return RenamedColumn.apply(schema, now.owner(), former, now.member());
        }
        if (now.kind() == ObjectPath.Kind.LABEL && labelRenamed(now, former, schema, after)) {
            changes.add(new EnumChange.RenameLabel(now.owner(), former, now.member()));
            return RenamedEnum.label(schema, now.owner(), former, now.member());
        }
        return schema;
    }

    private static boolean columnRenamed(ObjectPath now, String former, Schema before, Schema after) {
        List<Table> old = before.table(now.owner()).stream().toList();
        List<Table> fresh = after.table(now.owner()).stream().toList();
        return old.stream()
                        .anyMatch(table -> table.column(former).isPresent()
                                && table.column(now.member()).isEmpty())
                && fresh.stream().allMatch(table -> table.column(former).isEmpty());
    }

    private static boolean labelRenamed(ObjectPath now, String former, Schema before, Schema after) {
        List<String> old =
                Names.find(before.enums(), now.owner()).map(EnumType::labels).orElse(List.of());
        List<String> fresh =
                Names.find(after.enums(), now.owner()).map(EnumType::labels).orElse(List.of());
        return old.contains(former) && !old.contains(now.member()) && !fresh.contains(former);
    }
}
