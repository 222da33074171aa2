package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.type.DeclaredExtensions;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.derive.AccessMethods;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import java.util.List;
import java.util.stream.IntStream;

/** Assigns operator classes to the keys of an index. */
final class OperatorClassReader {

    private final ReadContext context;
    private final DeclaredExtensions extensions;

    OperatorClassReader(ReadContext context, DeclaredExtensions extensions) {
        this.context = context;
        this.extensions = extensions;
    }

    /**
     * The keys with their operator classes; a single class applies to all keys, and an empty class means the default of
     * the type.
     */
    List<IndexKey> apply(String method, List<IndexKey> keys, AnnotationUse use) {
        List<AnnotationUse.Item> classes = use.texts("opclass");
        if (classes.size() > 1 && classes.size() != keys.size()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.INDEX_OPTION,
                            use.site("opclass"),
                            classes.size() + " operator classes for " + keys.size() + " keys",
                            "list one for all keys, or one for each key, empty for the default of the type");
            return keys;
        }
        return IntStream.range(0, keys.size())
                .mapToObj(i -> classes.isEmpty() ? keys.get(i) : with(keys.get(i), classes.get(i % classes.size())))
                .map(key -> AccessMethods.named(method).omitDefault(key))
                .toList();
    }

    private IndexKey with(IndexKey key, AnnotationUse.Item item) {
        if (item.text().isBlank()) {
            return key;
        }
        try {
            return key.withOperatorClass(named(item.text().strip()));
        } catch (IllegalArgumentException malformed) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.INDEX_OPTION,
                            item.site(),
                            "'" + item.text() + "' is not the name of an operator class",
                            "write the name, as schema.name unless the class is built into PostgreSQL");
            return key;
        }
    }

    private QualifiedName named(String text) {
        if (text.contains(".")) {
            return QualifiedName.parse(text);
        }
        String schema =
                ExtensionObjects.ofOperatorClass(text).map(extensions::schemaOf).orElse("pg_catalog");
        return new QualifiedName(schema, text);
    }
}
