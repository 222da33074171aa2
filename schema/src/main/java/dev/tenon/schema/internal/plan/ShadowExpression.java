package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.plan.shadow.ShadowColumn;
import dev.tenon.schema.internal.plan.shadow.ShadowEnum;
import dev.tenon.schema.internal.plan.shadow.ShadowGroup;
import dev.tenon.schema.internal.sql.TypeSql;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The value of a shadow column, as an expression over the old row. */
final class ShadowExpression {

    private final ShadowGroup group;
    private final PlanContext context;

    ShadowExpression(ShadowGroup group, PlanContext context) {
        this.group = group;
        this.context = context;
    }

    String of(ShadowColumn column) {
        String value = converted(column);
        Optional<String> instead =
                context.backfill(column.table(), column.name()).map(context.oldRow(column.table())::expression);
        return column.becomesNotNull() && instead.isPresent()
                ? "COALESCE(" + value + ", " + group.interim(instead.get()) + ")"
                : value;
    }

    /** An expression that is null if the value of a nullable column is null, so that the backfill skips such rows. */
    String source(ShadowColumn column) {
        boolean told = context.conversion(column.table(), column.name()).isPresent();
        return told ? "(" + of(column) + ")" : column.quoted();
    }

    private String converted(ShadowColumn column) {
        Column after = column.after();
        ColumnType type = group.interim(after.type());
        Optional<String> told =
                context.conversion(column.table(), column.name()).map(context.oldRow(column.table())::expression);
        Optional<ShadowEnum> replaced =
                group.enums().stream().filter(each -> each.isOf(after.type())).findFirst();
        if (replaced.isEmpty()) {
            return told.orElseGet(() -> cast(column.quoted(), TypeSql.name(type)));
        }
        boolean array = type instanceof ColumnType.Array;
        String text = array ? "text[]" : "text";
        String old = cast(told.orElseGet(column::quoted), text);
        Map<String, String> labels = replacements(replaced.get(), context);
        return cast(array ? elements(old, labels) : label(old, labels), TypeSql.name(type));
    }

    /** The removed labels with their replacements, from {@code @RenamedFrom} on labels that already existed. */
    static Map<String, String> replacements(ShadowEnum type, PlanContext context) {
        Map<String, String> labels = new TreeMap<>();
        List<String> after = type.change().after().labels();
        for (String label : after) {
            String former = context.hints().renamedFrom().get(ObjectPath.label(type.name(), label));
            if (former != null && type.change().before().labels().contains(former) && !after.contains(former)) {
                labels.put(former, label);
            }
        }
        return labels;
    }

    private static String label(String old, Map<String, String> labels) {
        if (labels.isEmpty()) {
            return old;
        }
        StringBuilder cases = new StringBuilder("CASE " + old);
        labels.forEach((gone, instead) -> cases.append(" WHEN ")
                .append(Literal.text(gone).strip())
                .append(" THEN ")
                .append(Literal.text(instead).strip()));
        return cases.append(" ELSE ").append(old).append(" END").toString();
    }

    private static String elements(String old, Map<String, String> labels) {
        String value = old;
        for (Map.Entry<String, String> each : labels.entrySet()) {
            value = "array_replace(" + value + ", "
                    + Literal.text(each.getKey()).strip() + ", "
                    + Literal.text(each.getValue()).strip() + ")";
        }
        return value;
    }

    private static String cast(String value, String type) {
        return "CAST(" + value + " AS " + type + ")";
    }
}
