package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.DeclarationSite;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.type.DeclaredExtensions;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.derive.DefaultNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads exclusion constraints. */
public final class ExcludeReader {

    private static final Pattern ELEMENT =
            Pattern.compile("(?is)(?<key>.+?)\\s+WITH\\s+(?<operator>[-+*/<>=~!@#%^&|`?]+|OPERATOR\\s*\\([^()]+\\))");

    private final ReadContext context;
    private final IndexKeyDeclarationReader keys;
    private final OperatorClassReader operatorClasses;

    public ExcludeReader(ReadContext context, DeclaredExtensions extensions) {
        this.context = context;
        this.keys = new IndexKeyDeclarationReader(context);
        this.operatorClasses = new OperatorClassReader(context, extensions);
    }

    /** Adds the exclusion constraints at the place to the table. */
    void read(TableDraft table, DeclarationSite place) {
        context.annotations().all(place.element(), "Exclude").forEach(use -> read(table, use));
    }

    private void read(TableDraft table, AnnotationUse use) {
        List<IndexKeyDeclarationReader.LocatedKey> written = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        for (AnnotationUse.Item item : use.texts("elements")) {
            Matcher element = ELEMENT.matcher(item.text().strip());
            if (!element.matches()) {
                malformed(item);
                return;
            }
            AnnotationUse.Item key = new AnnotationUse.Item(element.group("key"), item.site());
            for (IndexKeyDeclarationReader.LocatedKey each : keys.read(table, key)) {
                written.add(each);
                operators.add(element.group("operator"));
            }
        }
        if (!written.isEmpty()) {
            add(table, use, written, operators);
        } else if (use.texts("elements").isEmpty()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.INDEX_OPTION,
                            use.site("elements"),
                            "@Exclude has no elements",
                            "list at least one");
        }
    }

    private void add(
            TableDraft table,
            AnnotationUse use,
            List<IndexKeyDeclarationReader.LocatedKey> written,
            List<String> operators) {
        String method = use.optionalText("method").map(String::strip).orElse("gist");
        List<IndexKey> compared = operatorClasses.apply(
                method,
                written.stream().map(IndexKeyDeclarationReader.LocatedKey::key).toList(),
                use);
        List<ExclusionElement> elements = IntStream.range(0, compared.size())
                .mapToObj(i -> new ExclusionElement(compared.get(i), operators.get(i)))
                .toList();
        String name = use.optionalText("name")
                .orElseGet(() -> DefaultNames.exclusion(
                        table.name(),
                        compared.stream()
                                .map(key -> key.column().orElse("expr"))
                                .toList()));
        ObjectPath path = ObjectPath.constraint(table.name(), name);
        written.forEach(each -> context.sites().put(path, "columns/" + each.name(), each.site()));
        table.shape()
                .listed(use, "include")
                .forEach(each -> context.sites().put(path, "include/" + each.column(), each.site()));
        List.of("elements", "where", "method", "opclass", "with", "name")
                .forEach(attribute -> context.sites().put(path, attribute, use.site(attribute)));
        Constraint.Exclusion exclusion = new Constraint.Exclusion(
                name,
                method,
                elements,
                use.optionalText("where"),
                Deferrability.valueOf(use.constant("deferrable")),
                new StorageParameterReader(context).keyIndex(table, use));
        if (table.add(exclusion, use.site()) && use.flag("global")) {
            table.holdAcrossTenants(name);
            UniqueReader.needsReason(context, use, "global");
        }
    }

    private void malformed(AnnotationUse.Item item) {
        context.diagnostics()
                .error(
                        DiagnosticCode.INDEX_KEY,
                        item.site(),
                        "'" + item.text() + "' is not an element of an exclusion constraint",
                        "write a column or field, or an expression in parentheses, then WITH and an operator, such as"
                                + " 'during WITH &&'");
    }
}
