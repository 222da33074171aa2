package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.derive.DerivedNames;
import java.util.List;
import java.util.Map;

/** Reads indexes of all access methods, except vector indexes. */
final class IndexReader {

    private static final Map<String, String> METHODS =
            Map.of("GinIndex", "gin", "GistIndex", "gist", "BrinIndex", "brin");

    private final ReadContext context;
    private final IndexKeyReader keyReader;
    private final OperatorClasses operatorClasses;
    private final Parameters parameters;

    IndexReader(ReadContext context, Extensions extensions) {
        this.context = context;
        this.keyReader = new IndexKeyReader(context);
        this.operatorClasses = new OperatorClasses(context, extensions);
        this.parameters = new Parameters(context);
    }

    /** Adds the indexes at the place to the table. */
    void read(TableDraft table, Place place) {
        for (AnnotationUse use : context.annotations().all(place.element(), "Index")) {
            read(table, place, use, use.text("method").strip());
        }
        for (String annotation : List.of("GinIndex", "GistIndex", "BrinIndex")) {
            for (AnnotationUse use : context.annotations().all(place.element(), annotation)) {
                read(table, place, use, METHODS.getOrDefault(annotation, ""));
            }
        }
    }

    private void read(TableDraft table, Place place, AnnotationUse use, String method) {
        List<IndexKeyReader.Written> written = keyReader.read(table, place, use);
        if (written.isEmpty()) {
            if (place.columns().isEmpty() && use.texts("columns").isEmpty()) {
                noColumns(context, use);
            }
            return;
        }
        String name = use.optionalText("name")
                .orElseGet(() -> DerivedNames.index(
                        table.name(),
                        written.stream()
                                .map(key -> key.key().column().orElse("expr"))
                                .toList()));
        ObjectPath path = ObjectPath.index(table.name(), name);
        written.forEach(key -> context.sites().put(path, "columns/" + key.name(), key.site()));
        List.of("columns", "include", "where", "opclass", "with", "name", "method", "unique")
                .forEach(attribute -> context.sites().put(path, attribute, use.site(attribute)));
        String usedMethod = method.isEmpty() ? "btree" : method;
        List<IndexKey> keys = operatorClasses.apply(
                usedMethod, written.stream().map(IndexKeyReader.Written::key).toList(), use);
        List<Listed> include = table.listed(use, "include");
        include.forEach(each -> context.sites().put(path, "include/" + each.column(), each.site()));
        Index index = new Index(
                name,
                usedMethod,
                use.flag("unique"),
                use.flag("nullsNotDistinct"),
                keys,
                include.stream().map(Listed::column).toList(),
                use.optionalText("where"),
                parameters.read(use),
                true,
                use.optionalText("comment"));
        if (table.add(index, use.site()) && use.values().containsKey("tenantLeading") && !use.flag("tenantLeading")) {
            leaveUnled(table, index, use);
        }
    }

    private void leaveUnled(TableDraft table, Index index, AnnotationUse use) {
        table.leaveUnled(index.name());
        if (index.unique()) {
            UniqueReader.needsReason(context, use, "tenantLeading");
        }
    }

    /** Reports an annotation without columns. */
    static void noColumns(ReadContext context, AnnotationUse use) {
        context.diagnostics()
                .error(
                        Code.INDEX_OPTION,
                        use.site("columns"),
                        Annotations.written(use) + " lists no columns",
                        "list the columns, or put the annotation on a field");
    }
}
