package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.derive.DerivedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads exclusion constraints. */
final class ExcludeReader {

    private static final Pattern ELEMENT =
            Pattern.compile("(?is)(?<key>.+?)\\s+WITH\\s+(?<operator>[-+*/<>=~!@#%^&|`?]+|OPERATOR\\s*\\([^()]+\\))");

    private final ReadContext context;
    private final IndexKeyReader keys;
    private final OperatorClasses operatorClasses;

    ExcludeReader(ReadContext context, Extensions extensions) {
        this.context = context;
        this.keys = new IndexKeyReader(context);
        this.operatorClasses = new OperatorClasses(context, extensions);
    }

    /** Adds the exclusion constraints at the place to the table. */
    void read(TableDraft table, Place place) {
        context.annotations().all(place.element(), "Exclude").forEach(use -> read(table, use));
    }

    private void read(TableDraft table, AnnotationUse use) {
        List<IndexKeyReader.Written> written = new ArrayList<>();
        List<String> operators = new ArrayList<>();
        for (AnnotationUse.Item item : use.texts("elements")) {
            Matcher element = ELEMENT.matcher(item.text().strip());
            if (!element.matches()) {
                malformed(item);
                return;
            }
            AnnotationUse.Item key = new AnnotationUse.Item(element.group("key"), item.site());
            for (IndexKeyReader.Written each : keys.read(table, key)) {
                written.add(each);
                operators.add(element.group("operator"));
            }
        }
        if (!written.isEmpty()) {
            add(table, use, written, operators);
        } else if (use.texts("elements").isEmpty()) {
            context.diagnostics()
                    .error(Code.INDEX_OPTION, use.site("elements"), "@Exclude has no elements", "list at least one");
        }
    }

    private void add(
            TableDraft table, AnnotationUse use, List<IndexKeyReader.Written> written, List<String> operators) {
        String method = use.optionalText("method").map(String::strip).orElse("gist");
        List<IndexKey> compared = operatorClasses.apply(
                method, written.stream().map(IndexKeyReader.Written::key).toList(), use);
        List<ExclusionElement> elements = IntStream.range(0, compared.size())
                .mapToObj(i -> new ExclusionElement(compared.get(i), operators.get(i)))
                .toList();
        String name = use.optionalText("name")
                .orElseGet(() -> DerivedNames.exclusion(
                        table.name(),
                        compared.stream()
                                .map(key -> key.column().orElse("expr"))
                                .toList()));
        ObjectPath path = ObjectPath.constraint(table.name(), name);
        written.forEach(each -> context.sites().put(path, "columns/" + each.name(), each.site()));
        table.listed(use, "include")
                .forEach(each -> context.sites().put(path, "include/" + each.column(), each.site()));
        List.of("elements", "where", "method", "opclass", "with", "name")
                .forEach(attribute -> context.sites().put(path, attribute, use.site(attribute)));
        Constraint.Exclusion exclusion = new Constraint.Exclusion(
                name,
                method,
                elements,
                use.optionalText("where"),
                Deferrability.valueOf(use.constant("deferrable")),
                new Parameters(context).keyIndex(table, use));
        if (table.add(exclusion, use.site()) && use.flag("global")) {
            table.holdAcrossTenants(name);
            UniqueReader.needsReason(context, use, "global");
        }
    }

    private void malformed(AnnotationUse.Item item) {
        context.diagnostics()
                .error(
                        Code.INDEX_KEY,
                        item.site(),
                        "'" + item.text() + "' is not an element of an exclusion constraint",
                        "write a column or field, or an expression in parentheses, then WITH and an operator, such as"
                                + " 'during WITH &&'");
    }
}
