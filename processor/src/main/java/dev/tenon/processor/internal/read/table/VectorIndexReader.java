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
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.derive.AccessMethods;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads vector indexes of pgvector. Their parameters are always explicit, because the defaults of pgvector have
 * changed.
 */
public final class VectorIndexReader {

    private static final Map<String, String> METRICS = Map.of(
            "L2", "l2",
            "INNER_PRODUCT", "ip",
            "COSINE", "cosine",
            "L1", "l1",
            "HAMMING", "hamming",
            "JACCARD", "jaccard");

    private final ReadContext context;
    private final DeclaredExtensions extensions;

    public VectorIndexReader(ReadContext context, DeclaredExtensions extensions) {
        this.context = context;
        this.extensions = extensions;
    }

    /** Adds the vector indexes at the place to the table. */
    void read(TableDraft table, DeclarationSite place) {
        for (AnnotationUse use : context.annotations().all(place.element(), "HnswIndex")) {
            Map<String, String> with = Map.of(
                    "m", Integer.toString(use.number("m")),
                    "ef_construction", Integer.toString(use.number("efConstruction")));
            read(table, place, use, "hnsw", with);
        }
        for (AnnotationUse use : context.annotations().all(place.element(), "IvfflatIndex")) {
            read(table, place, use, "ivfflat", Map.of("lists", Integer.toString(use.number("lists"))));
        }
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
                .map(column -> IndexKey.column(column)
                        .withOperatorClass(operatorClass(table.column(column), use.constant("metric"))))
                .map(key -> AccessMethods.named(method).omitDefault(key))
                .toList();
        table.add(
                Index.of(name, method, keys)
                        .withWhere(use.optionalText("where"))
                        .withParameters(with),
                use.site());
    }

    /** The operator class for the metric and the column type; a rule reports one that does not exist. */
    private QualifiedName operatorClass(Optional<Column> column, String metric) {
        String type = column.map(Column::type)
                .map(each -> each instanceof ColumnType.UserDefined known
                        ? known.name().name()
                        : each.toString().replaceAll("\\(.*", ""))
                .orElse("vector");
        return new QualifiedName(
                extensions.schemaOf(ExtensionObjects.VECTOR), type + "_" + METRICS.getOrDefault(metric, "l2") + "_ops");
    }
}
