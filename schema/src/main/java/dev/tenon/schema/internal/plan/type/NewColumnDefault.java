package dev.tenon.schema.internal.plan.type;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the default of a new column affects existing rows. */
public final class NewColumnDefault {

    /** Functions whose value does not change within a statement, so that the server stores it once for all old rows. */
    private static final Set<String> STABLE =
            Set.of("now", "transaction_timestamp", "statement_timestamp", "nullif", "coalesce", "lower", "upper");

    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern CALL = Pattern.compile("([\\w.\"]+)\\s*\\(");
    private static final Pattern TYPE_MODIFIER = Pattern.compile("::\\s*[\\w.\"]+\\s*\\([\\d, ]*\\)");

    private NewColumnDefault() {}

    /** The plain default expression, if the column has one. */
    public static Optional<ColumnDefault.Expression> expression(Column column) {
        return column.defaultValue()
                .filter(ColumnDefault.Expression.class::isInstance)
                .map(ColumnDefault.Expression.class::cast);
    }

    /** The default if its value may differ from row to row, so that it is written to existing rows in batches. */
    public static Optional<String> forOldRows(Column column) {
        return expression(column).map(ColumnDefault.Expression::sql).filter(sql -> !sameForAllRows(sql));
    }

    /** Whether adding the column always rewrites the whole table. */
    public static boolean rewrites(Column column) {
        return column.defaultValue().isPresent() && expression(column).isEmpty();
    }

    /**
     * Whether the default depends on the session, so that all existing rows would get the value of the migrator's
     * session.
     */
    public static boolean dependsOnSession(Column column) {
        return expression(column)
                .filter(value -> value.sql().toLowerCase(Locale.ROOT).contains("current_setting"))
                .isPresent();
    }

    private static boolean sameForAllRows(String sql) {
        String bare =
                TYPE_MODIFIER.matcher(STRING.matcher(sql).replaceAll("''")).replaceAll("::type");
        Matcher calls = CALL.matcher(bare.toLowerCase(Locale.ROOT));
        while (calls.find()) {
            if (!STABLE.contains(calls.group(1).replace("pg_catalog.", ""))) {
                return false;
            }
        }
        return true;
    }
}
