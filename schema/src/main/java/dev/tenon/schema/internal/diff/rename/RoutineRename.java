package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.DropRoutineStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import dev.tenon.schema.internal.sql.parse.RoutineRewriter;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renames routines. What the server stores parsed still calls the renamed routine; texts of other routines call the one
 * that has its name.
 */
public final class RoutineRename {

    private RoutineRename() {}

    /** The routine under another name; empty if its statements cannot be read. */
    public static Optional<SqlObject> of(SqlObject routine, QualifiedName after) {
        List<String> statements = SqlScript.of(routine.create()).statements();
        Optional<QualifiedName> name = CreateStatement.of(routine.create()).map(CreateStatement::name);
        return DropRoutineStatement.of(routine.drop())
                .filter(drop -> name.filter(drop.name()::equals).isPresent() && !statements.isEmpty())
                .map(drop -> new SqlObject(
                        after,
                        RoutineRewriter.renamed(statements.get(0), drop.name(), after),
                        drop.withName(after).sql(),
                        routine.beforeTables(),
                        routine.dependsOn(),
                        routine.shared()));
    }

    /**
     * The schema after the rename.
     *
     * @param routine the routine before
     * @param renamed the routine after
     */
    public static Schema apply(Schema schema, SqlObject routine, SqlObject renamed) {
        QualifiedName before =
                CreateStatement.of(routine.create()).map(CreateStatement::name).orElseThrow();
        QualifiedName after =
                CreateStatement.of(renamed.create()).map(CreateStatement::name).orElseThrow();
        return schema.withTables(schema.tables().stream()
                        .map(table -> renamed(table, before, after))
                        .toList())
                .withViews(schema.views().stream()
                        .map(view -> view.withSql(RoutineRewriter.renamed(view.sql(), before, after)))
                        .toList())
                .withObjects(schema.objects().stream()
                        .map(object -> object.equals(routine)
                                ? renamed
                                : isText(object)
                                        ? object
                                        : object.withCreate(
                                                RoutineRewriter.renamed(object.create(), before, after)))
                        .toList());
    }

    private static Table renamed(Table table, QualifiedName before, QualifiedName after) {
        List<String> changed = new ArrayList<>();
        TableExpressions.forEach(table, (at, kind, sql) -> {
            if (!RoutineRewriter.renamed(sql, before, after).equals(sql)) {
                changed.add(sql);
            }
        });
        return changed.isEmpty()
                ? table
                : TableExpressions.map(table, (at, kind, sql) -> RoutineRewriter.renamed(sql, before, after));
    }

    /** Whether the server keeps the object's definition as a text. */
    private static boolean isText(SqlObject object) {
        return CreateStatement.of(object.create())
                        .filter(CreateStatement::routine)
                        .isPresent()
                && !ReferencedNames.in(object.create()).parsed();
    }
}
