package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.annotation.Annotations;
import dev.tenon.processor.internal.read.structure.DeclarationSite;
import dev.tenon.processor.internal.read.structure.ListedColumn;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.type.DeclaredExtensions;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.derive.DefaultNames;
import java.util.List;
import java.util.Map;

/** Reads indexes of all access methods, except vector indexes. */
public final class IndexDeclarationReader {

    private static final Map<String, String> METHODS =
            Map.of("GinIndex", "gin", "GistIndex", "gist", "BrinIndex", "brin");

    private final ReadContext context;
    private final IndexKeyDeclarationReader keyReader;
    private final OperatorClassReader operatorClasses;
    private final StorageParameterReader parameters;

    public IndexDeclarationReader(ReadContext context, DeclaredExtensions extensions) {
        this.context = context;
        this.keyReader = new IndexKeyDeclarationReader(context);
        this.operatorClasses = new OperatorClassReader(context, extensions);
        this.parameters = new StorageParameterReader(context);
    }

    /** Adds the indexes at the place to the table. */
    public void read(TableDraft table, DeclarationSite place) {
        for (AnnotationUse use : context.annotations().all(place.element(), "Index")) {
            read(table, place, use, use.text("method").strip());
        }
        for (String annotation : List.of("GinIndex", "GistIndex", "BrinIndex")) {
            for (AnnotationUse use : context.annotations().all(place.element(), annotation)) {
                read(table, place, use, METHODS.getOrDefault(annotation, ""));
            }
        }
    }

    private void read(TableDraft table, DeclarationSite place, AnnotationUse use, String method) {
        List<IndexKeyDeclarationReader.LocatedKey> written = keyReader.read(table, place, use);
        if (written.isEmpty()) {
            if (place.columns().isEmpty() && use.texts("columns").isEmpty()) {
                noColumns(context, use);
            }
            return;
        }
        String name = use.optionalText("name")
                .orElseGet(() -> DefaultNames.index(
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
                usedMethod,
                written.stream().map(IndexKeyDeclarationReader.LocatedKey::key).toList(),
                use);
        List<ListedColumn> include = table.shape().listed(use, "include");
        include.forEach(each -> context.sites().put(path, "include/" + each.column(), each.site()));
        Index index = Index.of(name, usedMethod, keys)
                .withUnique(use.flag("unique"))
                .withNullsNotDistinct(use.flag("nullsNotDistinct"))
                .withInclude(include.stream().map(ListedColumn::column).toList())
                .withWhere(use.optionalText("where"))
                .withParameters(parameters.read(use))
                .withComment(use.optionalText("comment"));
        if (table.add(index, use.site()) && !use.isDefault("tenantLeading")) {
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
                        DiagnosticCode.INDEX_OPTION,
                        use.site("columns"),
                        Annotations.written(use) + " lists no columns",
                        "list the columns, or put the annotation on a field");
    }
}
