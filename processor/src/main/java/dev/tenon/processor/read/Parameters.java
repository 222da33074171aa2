package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.KeyIndex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the storage parameters of tables, indexes and constraint indexes. */
final class Parameters {

    private final ReadContext context;

    Parameters(ReadContext context) {
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
    KeyIndex keyIndex(TableDraft table, AnnotationUse use) {
        List<Listed> include = table.listed(use, "include");
        return new KeyIndex(include.stream().map(Listed::column).toList(), read(use));
    }

    private void problem(Site site, String problem, String remedy) {
        context.diagnostics().error(Code.INDEX_OPTION, site, problem, remedy);
    }
}
