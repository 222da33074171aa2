package dev.tenon.processor.internal.read.type;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.Extension;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The extensions that packages declare, with the schemas of their objects. */
public final class DeclaredExtensions {

    private final ReadContext context;
    private final Map<String, Extension> byName = new TreeMap<>();

    private DeclaredExtensions(ReadContext context) {
        this.context = context;
    }

    /** Reads the extensions of every package with {@code @Schema}. */
    public static DeclaredExtensions read(ReadContext context, List<AnnotationUse> packages) {
        DeclaredExtensions extensions = new DeclaredExtensions(context);
        packages.forEach(use -> use.texts("extensions").forEach(extensions::read));
        return extensions;
    }

    /** The extensions, sorted by name. */
    public List<Extension> all() {
        return List.copyOf(byName.values());
    }

    /** The schema of an extension's objects; the default schema if the extension is not declared. */
    public String schemaOf(String extension) {
        Extension named = byName.get(extension);
        return named == null ? QualifiedName.DEFAULT_SCHEMA : named.schema();
    }

    private void read(AnnotationUse.Item item) {
        String[] parts = item.text().strip().split("@", -1);
        if (parts.length > 2 || parts[0].isBlank() || parts[parts.length - 1].isBlank()) {
            problem(item, "'" + item.text() + "' is not the name of an extension", "write name or name@schema");
            return;
        }
        Extension extension = new Extension(parts[0], parts.length == 2 ? parts[1] : QualifiedName.DEFAULT_SCHEMA);
        context.sites().put(ObjectPath.extension(extension.name()), item.site());
        Extension known = byName.putIfAbsent(extension.name(), extension);
        if (known != null && !known.equals(extension)) {
            problem(
                    item,
                    "extension " + known.name() + " is declared with two schemas: " + known.schema() + " and "
                            + extension.schema(),
                    "declare the extension once, or with the same schema everywhere");
        }
    }

    private void problem(AnnotationUse.Item item, String problem, String remedy) {
        context.diagnostics().error(DiagnosticCode.EXTENSION, item.site(), problem, remedy);
    }
}
