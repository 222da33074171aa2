package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.SqlObjectChange;
import dev.tenon.schema.internal.expression.ExpressionKind;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A routine whose results are stored: in an index, in a generated column, or as the outcome of a check. PostgreSQL does
 * not compute them again when the routine is replaced.
 */
final class StaleResults implements HazardRule {

    /** Expressions that are evaluated each time, whose results are not stored as such. */
    private static final Set<ExpressionKind> EVALUATED =
            Set.of(ExpressionKind.DEFAULT, ExpressionKind.USING, ExpressionKind.WITH_CHECK);

    @Override
    public String code() {
        return "TN416";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        for (Change change : changes) {
            if (change instanceof SqlObjectChange.Replace replace && context.replacesInPlace(replace)) {
                Optional<CreateStatement> old = CreateStatement.of(
                                replace.before().create())
                        .filter(CreateStatement::routine)
                        .filter(routine -> !CreateStatement.same(
                                replace.before().create(), replace.after().create()));
                List<String> users =
                        old.map(routine -> users(context, routine.name())).orElse(List.of());
                if (!users.isEmpty()) {
                    findings.accept(Finding.unlessAccepted(
                            code(),
                            change.path(),
                            "keep-results",
                            "the definition of routine " + change.path().display() + " changes, but "
                                    + String.join(", ", users) + " would keep the results of the old definition",
                            "declare the new definition under another name and use that name there, so that they are"
                                    + " built again (acceptable if all results stay the same)"));
                }
            }
        }
    }

    /** The members of existing tables that store results of the routine, before and after the migration. */
    private static List<String> users(PlanContext context, QualifiedName routine) {
        List<String> kept = new ArrayList<>(users(context.before(), routine));
        kept.retainAll(users(context.after(), routine));
        return kept;
    }

    private static List<String> users(Schema schema, QualifiedName routine) {
        List<String> users = new ArrayList<>();
        for (Table table : schema.tables()) {
            TableExpressions.forEach(table, (at, kind, sql) -> {
                boolean stored = !EVALUATED.contains(kind);
                String user = at.kind().text() + " " + at.display();
                if (stored
                        && !users.contains(user)
                        && ReferencedNames.in(sql).functions().contains(routine)) {
                    users.add(user);
                }
            });
        }
        return users;
    }
}
