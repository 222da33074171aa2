package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.APP;
import static dev.tenon.schema.change.Plans.PLAN;
import static dev.tenon.schema.change.Plans.TEXT;
import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.reading;
import static dev.tenon.schema.change.Plans.schema;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes to a table as a whole, to its row-level security and to its grants. */
final class TableCases {

    private static final QualifiedName TAG = QualifiedName.parse("tag");
    private static final QualifiedName TASK = QualifiedName.parse("task");

    private TableCases() {}

    static List<ChangeCase> all() {
        Schema base = schema(plan());
        Schema tagged = schema(plan(), tag());
        return List.of(
                ChangeCase.of("table-create", base, tagged),
                ChangeCase.of("table-drop", tagged, base),
                ChangeCase.of("table-rename", base, schema(task())).renamed(ObjectPath.table(TASK), "plan"),
                ChangeCase.of("table-comment", base, schema(commented())),
                ChangeCase.of("table-logged", base, schema(plan().withStorage(new TableStorage(true, Map.of())))),
                ChangeCase.of(
                        "table-parameters",
                        base,
                        schema(plan().withStorage(new TableStorage(false, Map.of("fillfactor", "70"))))),
                ChangeCase.of("row-security", base, guarded(policy("stars > 0"))),
                ChangeCase.of("policy-create", guarded(), guarded(policy("stars > 0"))),
                ChangeCase.of("policy-drop", guarded(policy("stars > 0")), guarded()),
                ChangeCase.of("policy-alter", guarded(policy("stars > 0")), guarded(policy("stars > 1"))),
                ChangeCase.of(
                        "policy-replace",
                        guarded(policy("stars > 0")),
                        guarded(new Policy(
                                "starred",
                                Policy.Command.SELECT,
                                false,
                                List.of(APP),
                                Optional.of("stars > 0"),
                                Optional.empty()))),
                ChangeCase.of("grant-give", base, schema(plan().withGrants(List.of(reading())))),
                ChangeCase.of(
                        "grant-take",
                        schema(plan().withGrants(List.of(new Grant(APP, List.of(Privilege.SELECT, Privilege.INSERT))))),
                        schema(plan().withGrants(List.of(reading())))));
    }

    private static Table tag() {
        return Table.of(TAG, List.of(Column.of("id", Plans.INTEGER), Column.of("name", TEXT)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("tag_pkey", List.of("id")), MemberCases.reference(TAG, "id", PLAN)));
    }

    private static Table task() {
        return plan().withName(TASK).withConstraints(List.of(new Constraint.PrimaryKey("task_pkey", List.of("id"))));
    }

    private static Table commented() {
        return plan().withComment(Optional.of("what is to be done"));
    }

    private static Schema guarded(Policy... policies) {
        return schema(plan().withRowSecurity(RowSecurity.FORCED, List.of(policies)));
    }

    private static Policy policy(String using) {
        return new Policy(
                "starred", Policy.Command.ALL, true, List.of(APP), Optional.of(using), Optional.of("stars > 0"));
    }
}
