package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.sql.parse.DomainStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Policies do not apply to large objects. A column contains only their OIDs, and {@code lo_get} reads any large object
 * for which the role has the privilege.
 *
 * @see <a href="https://www.postgresql.org/docs/current/lo-implementation.html">Large objects</a>
 */
final class LargeObjectColumn implements SchemaRule {

    private static final ColumnType NUMBER = ColumnType.builtin("oid");

    /** The domain of extension {@code lo}. */
    private static final String DOMAIN = "lo";

    @Override
    public String code() {
        return "TN319";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        Map<QualifiedName, ColumnType> domains = domains(schema);
        for (Table table : schema.tables()) {
            if (table.tenantScope().tenantColumn().isPresent()) {
                table.columns().stream()
                        .filter(column -> isLargeObject(column.type(), domains))
                        .forEach(column -> findings.accept(finding(table, column)));
            }
        }
    }

    private Finding finding(Table table, Column column) {
        ObjectPath path = ObjectPath.column(table.name(), column.name());
        return Finding.error(
                code(),
                path,
                "type",
                path + " is " + column.type() + ", the number of a large object, and large objects know no tenants: a"
                        + " role of one tenant can read those of all",
                "store the value in the row, as text or bytea: remove @Lob, or say the type with"
                        + " @Column(type = \"text\") or @Column(type = \"bytea\") of dev.tenon.annotation; for another"
                        + " number take bigint");
    }

    private static Map<QualifiedName, ColumnType> domains(Schema schema) {
        Map<QualifiedName, ColumnType> domains = new HashMap<>();
        schema.objects()
                .forEach(object -> DomainStatement.of(object.create())
                        .ifPresent(domain -> parsed(domain.type(), domains, domain.name())));
        return domains;
    }

    private static void parsed(String text, Map<QualifiedName, ColumnType> domains, QualifiedName name) {
        try {
            domains.put(name, ColumnType.parse(text.replaceFirst("(?i)\\s+collate\\s.*", "")));
        } catch (IllegalArgumentException unreadable) {
            // A type that cannot be parsed is not known to be a large object.
            domains.remove(name);
        }
    }

    private static boolean isLargeObject(ColumnType type, Map<QualifiedName, ColumnType> domains) {
        ColumnType at = type;
        Set<ColumnType> seen = new HashSet<>();
        while (seen.add(at)) {
            if (at instanceof ColumnType.Array array) {
                at = array.element();
            } else if (at instanceof ColumnType.UserDefined named) {
                if (named.name().name().equals(DOMAIN)) {
                    return true;
                }
                at = domains.getOrDefault(named.name(), at);
            }
        }
        return at.equals(NUMBER);
    }
}
