package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.List;
import java.util.stream.Stream;

/** The names of the triggers and rules that SQL-defined objects create on a table. */
public final class TriggerNames {

    private TriggerNames() {}

    /** The names in either schema. */
    public static List<String> of(QualifiedName table, Schema before, Schema after) {
        return Stream.of(before, after)
                .flatMap(schema -> schema.objects().stream())
                .flatMap(object -> SqlScript.of(object.create()).statements().stream())
                .flatMap(sql -> CreateStatement.of(sql).stream())
                .filter(made ->
                        made.isOnRelation() && made.on().filter(table::equals).isPresent())
                .map(made -> made.name().name())
                .toList();
    }
}
