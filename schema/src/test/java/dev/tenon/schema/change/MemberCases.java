package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.ORGANIZATION;
import static dev.tenon.schema.change.Plans.PLAN;
import static dev.tenon.schema.change.Plans.byTitle;
import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.plus;
import static dev.tenon.schema.change.Plans.schema;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes to the constraints and indexes of a table with rows. */
final class MemberCases {

    private MemberCases() {}

    static List<ChangeCase> all() {
        Schema base = schema(plan());
        Constraint check = new Constraint.Check("plan_title_check", "title <> ''", true);
        Constraint unique =
                new Constraint.Unique("plan_title_key", List.of("title"), false, Deferrability.NOT_DEFERRABLE);
        Constraint roomy = unique.withIndex(new ConstraintIndex(List.of(), Map.of("fillfactor", "70")));
        return List.of(
                ChangeCase.of("check-add", base, schema(plus(check))),
                ChangeCase.of("unique-add", base, schema(plus(unique))),
                ChangeCase.of("foreign-key-add", base, schema(plus(reference(PLAN, "organization_id", ORGANIZATION)))),
                ChangeCase.of("primary-key-add", schema(plan().withConstraints(List.of())), base),
                ChangeCase.of("constraint-drop", schema(plus(check)), base),
                ChangeCase.of(
                        "constraint-rename", schema(plus(check)), schema(plus(check.withName("plan_title_not_empty")))),
                ChangeCase.of(
                        "constraint-replace",
                        schema(plus(check)),
                        schema(plus(new Constraint.Check("plan_title_check", "length(title) > 1", true)))),
                ChangeCase.of("constraint-parameters", schema(plus(unique)), schema(plus(roomy))),
                ChangeCase.of("index-create", base, schema(plus(byTitle()))),
                ChangeCase.of("index-drop", schema(plus(byTitle())), base),
                ChangeCase.of(
                        "index-rename",
                        schema(plus(byTitle())),
                        schema(plus(byTitle().withName("by_title")))),
                ChangeCase.of(
                        "index-replace",
                        schema(plus(byTitle())),
                        schema(plus(byTitle().withKeys(List.of(IndexKey.column("title"), IndexKey.column("id")))))),
                ChangeCase.of(
                        "index-comment",
                        schema(plus(byTitle())),
                        schema(plus(byTitle().withComment(Optional.of("to search"))))));
    }

    static Constraint reference(QualifiedName table, String column, QualifiedName target) {
        return Constraint.ForeignKey.of(table.name() + "_" + column + "_fkey", List.of(column), target, List.of("id"))
                .withOnDelete(ForeignKeyAction.CASCADE, List.of());
    }
}
