package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ForeignKeyMatch;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * A logged table cannot reference an unlogged one, and MATCH FULL needs columns that are all nullable or all NOT NULL.
 */
final class InvalidForeignKey implements SchemaRule {

    @Override
    public String code() {
        return "TN240";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                check(table, key, findings);
                boolean emptied = !table.storage().unlogged()
                        && schema.table(key.target())
                                .filter(target -> target.storage().unlogged())
                                .isPresent();
                if (emptied) {
                    findings.accept(Finding.error(
                            code(),
                            ObjectPath.constraint(table.name(), key.name()),
                            "target",
                            "logged table " + table.name().display() + " references unlogged table "
                                    + key.target().display() + ", which is emptied after a crash",
                            "make both tables logged or both unlogged"));
                }
            }
        }
    }

    private void check(Table table, Constraint.ForeignKey key, Consumer<Finding> findings) {
        List<Column> columns = key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .toList();
        boolean mixed =
                columns.stream().anyMatch(Column::nullable) && !columns.stream().allMatch(Column::nullable);
        if (key.match() == ForeignKeyMatch.FULL && mixed) {
            findings.accept(Finding.error(
                    code(),
                    ObjectPath.constraint(table.name(), key.name()),
                    "match",
                    "MATCH FULL requires " + String.join(", ", key.columns())
                            + " to be either all null or all not null, but only some of them are nullable",
                    "make all of them nullable or all of them NOT NULL, or use MATCH SIMPLE"));
        }
    }
}
