package dev.tenon.schema.internal.sql;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.View;
import dev.tenon.schema.ViewKind;
import dev.tenon.schema.ViewKind.CheckOption;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes statements about views and materialized views.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">CREATE VIEW</a>
 */
public final class ViewSql {

    private ViewSql() {}

    /** The view; a materialized one with its rows, without its indexes. */
    public static String create(View view) {
        return "CREATE " + kind(view) + " " + definition(view);
    }

    /**
     * Replaces the query and options of a view. Its existing columns must stay the first ones; grants and comments
     * stay.
     */
    public static String replace(View view) {
        return "CREATE OR REPLACE VIEW " + definition(view);
    }

    /** An empty table with the columns of the view. */
    public static String emptyTable(View view) {
        return "CREATE TABLE " + Identifier.quote(view.name()) + " AS\n" + view.sql() + "\nWITH NO DATA";
    }

    public static String drop(View view) {
        return "DROP " + kind(view) + " " + Identifier.quote(view.name());
    }

    public static String rename(View view, String name) {
        return "ALTER " + kind(view) + " " + Identifier.quote(view.name()) + " RENAME TO " + Identifier.quote(name);
    }

    public static String move(View view, String schema) {
        return "ALTER " + kind(view) + " " + Identifier.quote(view.name()) + " SET SCHEMA " + Identifier.quote(schema);
    }

    public static String comment(View view) {
        return CommentSql.on(kind(view) + " " + Identifier.quote(view.name()), view.comment());
    }

    public static String comment(QualifiedName view, String column, Optional<String> comment) {
        return CommentSql.on("COLUMN " + Identifier.quote(view) + "." + Identifier.quote(column), comment);
    }

    private static String kind(View view) {
        return view.materialized() ? "MATERIALIZED VIEW" : "VIEW";
    }

    private static String definition(View view) {
        return Identifier.quote(view.name()) + options(view.form()) + " AS\n" + view.sql();
    }

    private static String options(ViewKind form) {
        List<String> options = new ArrayList<>();
        if (form instanceof ViewKind.Regular computed) {
            if (computed.securityInvoker()) {
                options.add("security_invoker = true");
            }
            if (computed.securityBarrier()) {
                options.add("security_barrier = true");
            }
            if (computed.checkOption() != CheckOption.NONE) {
                options.add("check_option = " + computed.checkOption().name().toLowerCase(Locale.ROOT));
            }
        }
        return options.isEmpty() ? "" : " WITH (" + String.join(", ", options) + ")";
    }
}
