package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.plan.ReplacedRoutines;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A routine or text search object that PostgreSQL can neither replace nor drop, because others use it, and that no
 * migration can move aside.
 */
final class UnreplaceableObject implements HazardRule {

    private static final String TEXT_SEARCH = "text search ";

    @Override
    public String code() {
        return "TN417";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        ReplacedRoutines routines = new ReplacedRoutines(context);
        for (Change change : changes) {
            if (change instanceof SqlObjectChange.Replace replace && !context.replacesInPlace(replace)) {
                obstacle(replace.before(), context, routines)
                        .ifPresent(reason -> findings.accept(Finding.error(
                                code(),
                                change.path(),
                                "create",
                                "SQL-defined object " + change.path().display() + " cannot be replaced, because "
                                        + reason,
                                "declare the new definition under another name, use that name everywhere, and remove"
                                        + " the old definition in a later migration")));
            }
        }
    }

    private static Optional<String> obstacle(SqlObject old, PlanContext context, ReplacedRoutines routines) {
        if (routines.isReplaced(old)) {
            return routines.obstacle(old);
        }
        return CreateStatement.of(old.create())
                .filter(made -> made.kind().startsWith(TEXT_SEARCH))
                .flatMap(made -> user(context.before(), old, made))
                .map(user -> user + " uses it, and its statements can be altered only in their mappings and options");
    }

    /** An object whose stored definition contains the text search object. */
    private static Optional<String> user(Schema schema, SqlObject old, CreateStatement made) {
        QualifiedName name = made.name();
        Set<String> users = new TreeSet<>();
        for (SqlObject object : schema.objects()) {
            boolean configuration = CreateStatement.of(object.create())
                    .filter(each -> each.kind().startsWith(TEXT_SEARCH))
                    .isPresent();
            if (configuration
                    && !object.equals(old)
                    && ReferencedNames.in(object.create()).names().contains(name)) {
                users.add("SQL-defined object " + object.name().display());
            }
        }
        for (Table table : schema.tables()) {
            TableExpressions.forEach(table, (at, kind, sql) -> {
                if (ReferencedNames.in(sql).quoted().contains(name)) {
                    users.add(at.toString());
                }
            });
        }
        schema.views().stream()
                .filter(view -> ReferencedNames.in(view.sql()).quoted().contains(name))
                .forEach(view -> users.add("view " + view.name().display()));
        return users.stream().findFirst();
    }
}
