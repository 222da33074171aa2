package dev.tenon.schema.change;

import static dev.tenon.schema.change.Plans.PLAN;
import static dev.tenon.schema.change.Plans.TEXT;
import static dev.tenon.schema.change.Plans.expression;
import static dev.tenon.schema.change.Plans.plan;
import static dev.tenon.schema.change.Plans.plus;
import static dev.tenon.schema.change.Plans.schema;
import static dev.tenon.schema.change.Plans.stars;
import static dev.tenon.schema.change.Plans.swap;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Changes of columns for which existing rows need no work. */
final class RowCases {

    private RowCases() {}

    static List<ChangeCase> all() {
        Constraint there = new Constraint.Check("plan_stars_there", "stars IS NOT NULL", true);
        Schema base = schema(plan());
        Column note = Column.of("note", TEXT);
        Column at = Column.of("at", ColumnType.builtin("timestamptz"));
        Schema checked = schema(plus(there));
        return List.of(
                ChangeCase.of("column-set-not-null-checked", checked, schema(and(required(), there))),
                ChangeCase.of("column-set-not-null-for-check", checked, schema(required())),
                ChangeCase.of("column-add-filled-with-literal", base, schema(plus(note)))
                        .filled(ObjectPath.column(PLAN, "note"), "'none'"),
                ChangeCase.of(
                                "column-add-filled-with-literal-and-default",
                                base,
                                schema(plus(note.withNullable(true).withDefault(expression("'new'")))))
                        .filled(ObjectPath.column(PLAN, "note"), "'old'::text"),
                ChangeCase.of("column-add-filled-with-time", base, schema(plus(at)))
                        .filled(ObjectPath.column(PLAN, "at"), "'today'"));
    }

    private static Table required() {
        return swap(stars().withNullable(false));
    }

    private static Table and(Table table, Constraint constraint) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.add(constraint);
        return table.withConstraints(constraints);
    }
}
