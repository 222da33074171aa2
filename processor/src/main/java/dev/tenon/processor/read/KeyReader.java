package dev.tenon.processor.read;

import dev.tenon.processor.report.Code;
import dev.tenon.processor.report.Site;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.derive.DerivedNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * Reads the primary key: the columns of fields and embedded fields with {@code @Id}, in the order of the table unless
 * {@code @PrimaryKey} declares another order.
 */
final class KeyReader {

    private final ReadContext context;

    KeyReader(ReadContext context) {
        this.context = context;
    }

    /** Adds the primary key to the table. */
    void read(TableDraft table) {
        List<String> columns = new ArrayList<>();
        List<Site> sites = new ArrayList<>();
        for (Place place : table.places()) {
            context.annotations().find(place.element(), "Id").ifPresent(use -> {
                place.columns().stream()
                        .filter(column -> !columns.contains(column))
                        .forEach(columns::add);
                sites.add(use.site());
            });
        }
        if (!columns.isEmpty()) {
            table.add(new Constraint.PrimaryKey(DerivedNames.primaryKey(table.name()), columns), sites.get(0));
        }
    }

    /** Applies {@code @PrimaryKey} to the primary key. */
    void refine(TableDraft table) {
        TypeElement entity = table.shape().entity();
        context.annotations().find(entity, "PrimaryKey").ifPresent(use -> refine(table, use));
        context.annotations()
                .find(entity, "Table")
                .filter(use ->
                        use.optionalText("keyless").isPresent() && !table.key().isEmpty())
                .ifPresent(use -> context.diagnostics()
                        .error(
                                Code.CONFLICT,
                                use.site("keyless"),
                                table.name().display() + " has a primary key, but its @Table is keyless",
                                "remove the primary key or keyless"));
    }

    private void refine(TableDraft table, AnnotationUse use) {
        List<String> marked = table.key();
        List<String> listed =
                table.listed(use, "columns").stream().map(Listed::column).toList();
        List<String> columns = listed.isEmpty() ? marked : listed;
        if (columns.isEmpty()) {
            IndexReader.noColumns(context, use);
        } else if (!marked.isEmpty() && !Set.copyOf(marked).equals(Set.copyOf(columns))) {
            context.diagnostics()
                    .error(
                            Code.CONFLICT,
                            use.site("columns"),
                            "@PrimaryKey lists " + String.join(", ", columns) + ", but @Id is on "
                                    + String.join(", ", marked),
                            "list the columns that carry @Id, in the order of the index");
        } else {
            String name = use.optionalText("name").orElseGet(() -> DerivedNames.primaryKey(table.name()));
            ObjectPath path = ObjectPath.constraint(table.name(), name);
            List.of("columns", "name", "include", "with")
                    .forEach(each -> context.sites().put(path, each, use.site(each)));
            table.rekey(
                    new Constraint.PrimaryKey(name, columns, new Parameters(context).keyIndex(table, use)), use.site());
        }
    }
}
