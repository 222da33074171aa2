package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.ORGANIZATION;
import static dev.tenon.schema.change.Plans.PLAN;
import static dev.tenon.schema.change.Plans.organization;
import static dev.tenon.schema.change.Plans.plus;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import java.util.List;
import java.util.Map;

/** Changes of keys on which foreign keys and views rest. */
final class KeyCases {

    private static final Constraint.PrimaryKey KEY = new Constraint.PrimaryKey("organization_pkey", List.of("id"));
    private static final Index UNIQUE = Index.of("organization_key", "btree", List.of(IndexKey.column("id")))
            .withUnique(true);
    private static final Table REFERRING = plus(MemberCases.reference(PLAN, "organization_id", ORGANIZATION));

    private KeyCases() {}

    static List<ChangeCase> all() {
        Constraint roomy = KEY.withIndex(new ConstraintIndex(List.of("name"), Map.of()));
        Constraint.ForeignKey other = Constraint.ForeignKey.of(
                        "plan_belongs", List.of("organization_id"), ORGANIZATION, List.of("id"))
                .withOnDelete(ForeignKeyAction.RESTRICT, List.of());
        View counted = View.of(
                QualifiedName.parse("counted"),
                List.of("name", "plans"),
                "SELECT o.name, count(p.id) AS plans FROM organization o"
                        + " JOIN plan p ON p.organization_id = o.id GROUP BY o.id");
        View titled = View.of(
                QualifiedName.parse("titled"),
                List.of("title", "names"),
                "SELECT p.title, count(o.name) AS names FROM plan p"
                        + " JOIN organization o ON o.id = p.organization_id GROUP BY p.organization_id, p.id");
        return List.of(
                ChangeCase.of("referenced-key-replace", with(REFERRING, KEY), with(REFERRING, roomy)),
                ChangeCase.of(
                        "referenced-index-replace",
                        with(REFERRING, UNIQUE),
                        with(REFERRING, UNIQUE.withInclude(List.of("name")))),
                ChangeCase.of("referenced-index-becomes-key", with(REFERRING, UNIQUE), with(REFERRING, KEY)),
                ChangeCase.of("reference-succeeded", with(REFERRING, KEY), with(plus(other), KEY)),
                ChangeCase.of("view-on-replaced-key", with(REFERRING, KEY, counted), with(REFERRING, roomy, counted)),
                ChangeCase.of(
                        "view-on-widened-key",
                        with(Plans.plan(), KEY, titled),
                        with(
                                Plans.plan()
                                        .withConstraints(List.of(new Constraint.PrimaryKey(
                                                "plan_pkey", List.of("organization_id", "id")))),
                                KEY,
                                titled)));
    }

    private static Schema with(Table plan, Constraint key, View... views) {
        return with(plan, organization().withConstraints(List.of(key)), views);
    }

    private static Schema with(Table plan, Index key) {
        return with(plan, organization().withConstraints(List.of()).withIndexes(List.of(key)));
    }

    private static Schema with(Table plan, Table organization, View... views) {
        Schema base = Plans.schema(plan);
        return base.withTables(List.of(plan, organization)).withViews(List.of(views));
    }
}
