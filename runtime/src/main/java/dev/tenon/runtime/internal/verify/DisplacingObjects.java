package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.diff.rename.RenameResolver;
import dev.tenon.schema.internal.sql.ColumnSql;
import dev.tenon.schema.internal.sql.TableSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops the tables and columns to which a migration gave the former names of objects that it renamed, so that these get
 * their names back.
 */
final class DisplacingObjects {

    private final List<ObjectPath> paths = new ArrayList<>();
    private Schema left;

    /**
     * @param live the live schema
     * @param renames the renames that are in effect
     */
    DisplacingObjects(Schema live, CommittedRenames renames) {
        this.left = live;
        for (ObjectPath former : renames.formerNames()) {
            if ((former.kind() == Kind.TABLE || former.kind() == Kind.COLUMN) && RenameResolver.isIn(left, former)) {
                paths.add(former);
                left = without(former);
            }
        }
    }

    private Schema without(ObjectPath path) {
        if (path.kind() == Kind.TABLE) {
            return left.withTables(left.tables().stream()
                    .filter(table -> !table.name().equals(path.owner()))
                    .toList());
        }
        Schema now = left;
        return now.withTables(now.tables().stream()
                .map(table -> table.name().equals(path.owner())
                        ? PrerequisiteDrops.without(now, table, path.member())
                        : table)
                .toList());
    }

    /** Returns the schema without the dropped objects. */
    Schema left() {
        return left;
    }

    /** Returns the statements that drop them. */
    List<String> statements() {
        return paths.stream()
                .map(path -> path.kind() == Kind.TABLE
                        ? TableSql.drop(path.owner())
                        : ColumnSql.drop(path.owner(), path.member()))
                .toList();
    }

    /** Names the rows and values that are dropped with them. */
    void addTo(ReversalLosses losses, Schema live) throws SQLException {
        for (ObjectPath path : paths) {
            losses.created(path, path, live);
        }
    }
}
