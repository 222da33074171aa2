package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ListedColumn;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.ConstraintIndex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the storage parameters of tables, indexes and constraint indexes. */
final class StorageParameterReader {

    private final ReadContext context;

    StorageParameterReader(ReadContext context) {
        this.context = context;
    }

    /** The parameters in {@code with}, by lower-case name, which is PostgreSQL's form. */
    Map<String, String> read(AnnotationUse use) {
        Map<String, String> parameters = new TreeMap<>();
        for (AnnotationUse.Item item : use.texts("with")) {
            String[] parts = item.text().split("=", 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
                problem(item.site(), "'" + item.text() + "' is not a storage parameter", "write name=value");
                continue;
            }
            String name = parts[0].strip().toLowerCase(Locale.ROOT);
            if (parameters.putIfAbsent(name, parts[1].strip()) != null) {
                problem(item.site(), "storage parameter " + name + " is set twice", "set it once");
            }
        }
        return parameters;
    }

    /** The attributes {@code include} and {@code with} of the index of a constraint. */
    ConstraintIndex keyIndex(TableDraft table, AnnotationUse use) {
        List<ListedColumn> include = table.shape().listed(use, "include");
        return new ConstraintIndex(include.stream().map(ListedColumn::column).toList(), read(use));
    }

    private void problem(SourceLocation site, String problem, String remedy) {
        context.diagnostics().error(DiagnosticCode.INDEX_OPTION, site, problem, remedy);
    }
}
