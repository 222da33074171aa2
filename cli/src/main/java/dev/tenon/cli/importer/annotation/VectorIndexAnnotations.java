package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.AnnotationSpec;
import dev.tenon.annotation.HnswIndex;
import dev.tenon.annotation.IvfflatIndex;
import dev.tenon.annotation.VectorMetric;
import dev.tenon.schema.Column;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Index;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import dev.tenon.schema.internal.derive.VectorMetricClasses;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes vector indexes of pgvector as annotations on the member of their column. */
final class VectorIndexAnnotations {

    private static final Map<String, Set<String>> PARAMETERS =
            Map.of("hnsw", Set.of("m", "ef_construction"), "ivfflat", Set.of("lists"));

    private final Optional<String> vectorSchema;

    VectorIndexAnnotations(Schema schema) {
        this.vectorSchema = schema.extensions().stream()
                .filter(extension -> extension.name().equals(ExtensionObjects.VECTOR))
                .map(Extension::schema)
                .findFirst();
    }

    /** Returns the annotation; empty for another index, and for one with options that the annotation lacks. */
    Optional<AnnotationSpec> of(Table table, String column, Index index) {
        Set<String> parameters = PARAMETERS.getOrDefault(index.method(), Set.of());
        boolean usual = !parameters.isEmpty()
                && !index.unique()
                && !index.nullsNotDistinct()
                && index.include().isEmpty()
                && index.comment().isEmpty()
                && parameters.containsAll(index.with().keySet())
                && index.with().values().stream().allMatch(value -> value.matches("[1-9]\\d{0,8}"));
        return usual
                ? metric(table.column(column).orElseThrow(), index).map(metric -> annotation(table, index, metric))
                : Optional.empty();
    }

    private Optional<VectorMetric> metric(Column column, Index index) {
        return vectorSchema.flatMap(schema -> Arrays.stream(VectorMetric.values())
                .filter(metric -> VectorMetricClasses.key(
                                index.method(), column.name(), column.type(), schema, metric.name())
                        .equals(index.keys().get(0)))
                .findFirst());
    }

    private static AnnotationSpec annotation(Table table, Index index, VectorMetric metric) {
        boolean graph = index.method().equals("hnsw");
        AnnotationBuilder annotation =
                new AnnotationBuilder(graph ? HnswIndex.class : IvfflatIndex.class).constant("metric", metric);
        if (graph) {
            annotation.number("m", parameter(index, "m")).number("efConstruction", parameter(index, "ef_construction"));
        } else {
            annotation.number("lists", parameter(index, "lists"));
        }
        return annotation
                .text("name", IndexAnnotations.derived(table.name(), index) ? "" : index.name())
                .text("where", index.where())
                .build();
    }

    private static long parameter(Index index, String name) {
        return Long.parseLong(index.with().getOrDefault(name, "0"));
    }
}
