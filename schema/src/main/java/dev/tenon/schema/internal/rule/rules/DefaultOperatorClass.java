package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** An index that names no operator class uses the default one, which not every access method has for every type. */
final class DefaultOperatorClass implements SchemaRule {

    @Override
    public String code() {
        return "TN219";
    }

    private static final Set<String> WITHOUT_ORDER =
            Set.of("json", "xml", "point", "box", "line", "lseg", "path", "polygon", "circle", "jsonpath");

    private static final Set<String> IN_GIN = Set.of("jsonb", "tsvector");

    private static final Set<String> IN_GIST = Set.of("""
            point, box, polygon, circle, tsvector, tsquery, int4range, int8range, numrange, tsrange, tstzrange, \
            daterange, int4multirange, int8multirange, nummultirange, tsmultirange, tstzmultirange, \
            datemultirange""".split(", ", -1));

    private static final Map<String, String> MORE_CLASSES = Map.of("gin", "btree_gin", "gist", "btree_gist");

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (IndexLike index : IndexLike.of(table)) {
                String extension = MORE_CLASSES.getOrDefault(index.method(), "");
                if (KeyedLookup.find(schema.extensions(), extension).isEmpty()) {
                    check(table, index, findings);
                }
            }
        }
    }

    private void check(Table table, IndexLike index, Consumer<Finding> findings) {
        for (IndexKey key : index.keys()) {
            if (key.operatorClass().isEmpty()) {
                key.column()
                        .flatMap(table::column)
                        .filter(column -> lacksClass(index.method(), column.type()))
                        .ifPresent(column -> report(index, column, findings));
            }
        }
    }

    private static boolean lacksClass(String method, ColumnType type) {
        String name = type instanceof ColumnType.Builtin builtin ? builtin.name() : "";
        return switch (method) {
            case "btree", "hash" -> WITHOUT_ORDER.contains(name);
            case "gin" -> type instanceof ColumnType.Builtin && !IN_GIN.contains(name);
            case "gist" ->
                type instanceof ColumnType.Array || (type instanceof ColumnType.Builtin && !IN_GIST.contains(name));
            default -> false;
        };
    }

    private void report(IndexLike index, Column column, Consumer<Finding> findings) {
        String extension = MORE_CLASSES.get(index.method());
        findings.accept(Finding.error(
                code(),
                index.at(),
                "columns/" + column.name(),
                index.method() + " has no default operator class for column " + column.name() + " of type "
                        + column.type(),
                "set one with opclass"
                        + (extension == null ? ", or index an expression" : ", or declare extension " + extension)));
    }
}
