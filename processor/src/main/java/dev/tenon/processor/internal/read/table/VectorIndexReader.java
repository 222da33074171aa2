package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.DeclarationSite;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.type.DeclaredExtensions;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import dev.tenon.schema.internal.derive.VectorMetricClasses;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads vector indexes of pgvector. Their parameters are explicit unless they are 0, because the defaults of
 * pgvector have changed.
 */
public final class VectorIndexReader {

    private static final ColumnType VECTOR = ColumnType.builtin("vector");

    private final ReadContext context;
    private final DeclaredExtensions extensions;

    public VectorIndexReader(ReadContext context, DeclaredExtensions extensions) {
        this.context = context;
        this.extensions = extensions;
    }

    /** Adds the vector indexes at the place to the table. */
    void read(TableDraft table, DeclarationSite place) {
        for (AnnotationUse use : context.annotations().all(place.element(), "HnswIndex")) {
            Map<String, String> with = new TreeMap<>(parameter("m", use.number("m")));
            with.putAll(parameter("ef_construction", use.number("efConstruction")));
            read(table, place, use, "hnsw", with);
        }
        for (AnnotationUse use : context.annotations().all(place.element(), "IvfflatIndex")) {
            read(table, place, use, "ivfflat", parameter("lists", use.number("lists")));
        }
    }

    /** A parameter of 0 is left to the server. */
    private static Map<String, String> parameter(String name, int value) {
        return value == 0 ? Map.of() : Map.of(name, Integer.toString(value));
    }

    private void read(
            TableDraft table, DeclarationSite place, AnnotationUse use, String method, Map<String, String> with) {
        String name = use.optionalText("name").orElseGet(() -> DefaultNames.index(table.name(), place.columns()));
        ObjectPath path = ObjectPath.index(table.name(), name);
        context.sites().put(path, "opclass", use.site("metric"));
        context.sites().put(path, "with/m", use.site("m"));
        context.sites().put(path, "with/ef_construction", use.site("efConstruction"));
        context.sites().put(path, "with/lists", use.site("lists"));
        context.sites().put(path, "where", use.site("where"));
        context.sites().put(path, "name", use.site("name"));
        List<IndexKey> keys = place.columns().stream()
                // A rule reports an operator class that does not exist.
                .map(column -> VectorMetricClasses.key(
                        method,
                        column,
                        table.column(column).map(Column::type).orElse(VECTOR),
                        extensions.schemaOf(ExtensionObjects.VECTOR),
                        use.constant("metric")))
                .toList();
        table.add(
                Index.of(name, method, keys)
                        .withWhere(use.optionalText("where"))
                        .withParameters(with),
                use.site());
    }
}
