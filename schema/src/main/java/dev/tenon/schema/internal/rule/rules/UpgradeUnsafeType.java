package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Types that store OIDs of catalog entries, which change in an upgrade: {@code pg_upgrade} rejects such a database.
 *
 * @see <a href="https://www.postgresql.org/docs/current/pgupgrade.html">pg_upgrade</a>
 */
final class UpgradeUnsafeType implements SchemaRule {

    @Override
    public String code() {
        return "TN233";
    }

    private static final Set<String> UNSAFE = Set.of(
            "regcollation",
            "regconfig",
            "regdictionary",
            "regnamespace",
            "regoper",
            "regoperator",
            "regproc",
            "regprocedure");

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                ColumnType type = column.type() instanceof ColumnType.Array array ? array.element() : column.type();
                if (UNSAFE.contains(type.toString())) {
                    ObjectPath path = ObjectPath.column(table.name(), column.name());
                    findings.accept(Finding.warning(
                            code(),
                            path,
                            "type",
                            path + " has type " + column.type() + ", which makes pg_upgrade refuse the database",
                            "store the name as text, and cast it where it is used"));
                }
            }
        }
    }
}
