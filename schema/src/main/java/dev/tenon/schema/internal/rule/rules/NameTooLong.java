package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Keyed;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * PostgreSQL truncates names to 63 bytes. Control characters and unpaired surrogates are not allowed in names: in a
 * comment of a migration, a line break would turn the rest of the name into SQL.
 */
final class NameTooLong implements SchemaRule {

    @Override
    public String code() {
        return "TN204";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        schema.roles().forEach(role -> check(role.name(), ObjectPath.role(role.name()), findings));
        schema.namespaces().forEach(each -> check(each.name(), ObjectPath.namespace(each.name()), findings));
        schema.extensions().forEach(each -> check(each.name(), ObjectPath.extension(each.name()), findings));
        schema.enums().forEach(type -> {
            check(type.name().name(), ObjectPath.enumType(type.name()), findings);
            type.labels().forEach(label -> check(label, ObjectPath.label(type.name(), label), findings));
        });
        schema.sequences().forEach(each -> check(each.name().name(), ObjectPath.sequence(each.name()), findings));
        schema.tables().forEach(table -> check(table, findings));
    }

    private void check(Table table, Consumer<Finding> findings) {
        check(table.name().name(), ObjectPath.table(table.name()), findings);
        check(table, table.columns(), ObjectPath::column, findings);
        check(table, table.constraints(), ObjectPath::constraint, findings);
        check(table, table.indexes(), ObjectPath::index, findings);
        check(table, table.partitions(), ObjectPath::partition, findings);
        check(table, table.policies(), ObjectPath::policy, findings);
    }

    private void check(
            Table table,
            List<? extends Keyed<String>> members,
            BiFunction<QualifiedName, String, ObjectPath> path,
            Consumer<Finding> findings) {
        for (Keyed<String> each : members) {
            if (!isShortAscii(each.name())) {
                check(each.name(), path.apply(table.name(), each.name()), findings);
            }
        }
    }

    /** Whether the name is short ASCII, as nearly all are, so that it needs no further check. */
    private static boolean isShortAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < ' ' || name.charAt(i) > '~') {
                return false;
            }
        }
        return name.length() <= Identifier.MAX_BYTES;
    }

    private void check(String name, ObjectPath path, Consumer<Finding> findings) {
        int bytes = Identifier.bytes(name);
        if (bytes > Identifier.MAX_BYTES) {
            String problem =
                    "the name of " + path + " has " + bytes + " bytes, but PostgreSQL allows " + Identifier.MAX_BYTES;
            findings.accept(Finding.error(code(), path, "name", problem, "shorten it"));
        }
        name.codePoints().filter(NameTooLong::unfit).findFirst().ifPresent(unfit -> {
            String shown = path.toString()
                    .codePoints()
                    .map(c -> unfit(c) ? '?' : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String problem = String.format(Locale.ROOT, "the name of %s contains the character U+%04X", shown, unfit);
            findings.accept(Finding.error(code(), path, "name", problem, "remove it"));
        });
    }

    private static boolean unfit(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
