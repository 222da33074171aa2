package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.ColumnStorage.Strategy;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import dev.tenon.schema.internal.sql.TypeStorage;
import java.util.function.Consumer;

/** Fixed-length values are neither compressed nor stored out of line, and the statistics target has a maximum. */
final class InvalidColumnStorage implements SchemaRule {

    @Override
    public String code() {
        return "TN239";
    }

    private static final int MOST_STATISTICS = 10_000;

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                check(schema, ObjectPath.column(table.name(), column.name()), column, findings);
            }
        }
    }

    private void check(Schema schema, ObjectPath path, Column column, Consumer<Finding> findings) {
        ColumnStorage storage = column.storage();
        boolean ofOneLength = TypeStorage.ofType(column.type()) == Strategy.PLAIN
                || (column.type() instanceof ColumnType.UserDefined named
                        && schema.enumType(named.name()).isPresent());
        String problem = path + " has type " + column.type() + ", whose values PostgreSQL never compresses or moves"
                + " to TOAST";
        if (ofOneLength
                && storage.strategy().filter(each -> each != Strategy.PLAIN).isPresent()) {
            findings.accept(Finding.error(code(), path, "storage", problem, "remove the storage"));
        }
        if (ofOneLength && storage.compression().isPresent()) {
            findings.accept(Finding.error(code(), path, "compression", problem, "remove the compression"));
        }
        storage.statistics()
                .filter(number -> number < 0 || number > MOST_STATISTICS)
                .ifPresent(number -> findings.accept(Finding.error(
                        code(),
                        path,
                        "statistics",
                        "the statistics target of " + path + " is " + number,
                        "choose a number from 0 to " + MOST_STATISTICS)));
    }
}
