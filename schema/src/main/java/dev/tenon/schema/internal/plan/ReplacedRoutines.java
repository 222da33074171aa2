package dev.tenon.schema.internal.plan;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.rename.RoutineRename;
import dev.tenon.schema.internal.expression.ExpressionKind;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Routines that PostgreSQL cannot replace, for example because their result changes, while tables use them. They keep
 * their uses under another name, until these use the new routine.
 */
public final class ReplacedRoutines {

    private final PlanContext context;
    private final InPlaceReplacement inPlace;

    /** The replaced routines between the schemas of the context. */
    public ReplacedRoutines(PlanContext context) {
        this.context = context;
        this.inPlace = new InPlaceReplacement(context);
    }

    /** The old routines that can be moved aside. */
    List<SqlObject> movable() {
        return context.before().objects().stream()
                .filter(object -> isReplaced(object) && obstacle(object).isEmpty())
                .toList();
    }

    /** Whether another routine takes the place of the object, which tables use. */
    public boolean isReplaced(SqlObject old) {
        boolean changes = context.after()
                .object(old.name())
                .filter(now -> !CreateStatement.same(old.create(), now.create())
                        && isRoutine(now)
                        && !inPlace.replaces(ObjectPath.object(old.name())))
                .isPresent();
        return changes
                && isRoutine(old)
                && context.before().tables().stream().anyMatch(table -> uses(table, name(old), false));
    }

    /** Why the routine cannot be moved aside, as a clause. */
    public Optional<String> obstacle(SqlObject old) {
        QualifiedName name = name(old);
        SqlObject now = context.after().object(old.name()).orElseThrow();
        Optional<Table> partitioned = context.before().tables().stream()
                .filter(table -> uses(table, name, true))
                .findFirst();
        if (partitioned.isPresent()) {
            return Optional.of(
                    "the partition key of table " + partitioned.get().name().display() + " uses it");
        }
        if (overloads(context.before(), name) > 1 || overloads(context.after(), name) > 1) {
            return Optional.of("there are several routines of this name");
        }
        if (!now.beforeTables() || ReferencedNames.in(now.create()).parsedBody()) {
            return Optional.of("its new body is created after the tables");
        }
        if (RoutineRename.of(old, name).isEmpty()
                || SqlScript.of(now.create()).statements().isEmpty()) {
            return Optional.of("its drop statement does not name one routine");
        }
        return context.before().objects().stream()
                .filter(object -> !object.equals(old) && isHolding(object, name))
                .findFirst()
                .map(object -> "SQL-defined object " + object.name().display() + " uses it");
    }

    /** Whether the server records that the object depends on the routine, and would recreate more than the object. */
    private static boolean isHolding(SqlObject object, QualifiedName name) {
        Optional<CreateStatement> made = CreateStatement.of(object.create());
        ReferencedNames names = ReferencedNames.in(object.create());
        boolean text = made.filter(each -> each.routine() && !each.kind().equals("aggregate"))
                        .isPresent()
                && !names.parsed();
        boolean part = made.filter(CreateStatement::isOnRelation).isPresent();
        return !text && !part && names.names().contains(name);
    }

    private static boolean uses(Table table, QualifiedName routine, boolean inPartitionKey) {
        List<String> found = new ArrayList<>();
        TableExpressions.forEach(table, (at, kind, sql) -> {
            if (found.isEmpty()
                    && (!inPartitionKey || kind == ExpressionKind.PARTITION_KEY)
                    && ReferencedNames.in(sql).functions().contains(routine)) {
                found.add(sql);
            }
        });
        return !found.isEmpty();
    }

    private static long overloads(Schema schema, QualifiedName name) {
        return schema.objects().stream()
                .filter(object -> isRoutine(object) && name(object).equals(name))
                .count();
    }

    private static boolean isRoutine(SqlObject object) {
        return CreateStatement.of(object.create())
                .filter(CreateStatement::routine)
                .isPresent();
    }

    private static QualifiedName name(SqlObject routine) {
        return CreateStatement.of(routine.create()).map(CreateStatement::name).orElse(routine.name());
    }
}
