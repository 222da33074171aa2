package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.DeclarationSite;
import dev.tenon.processor.internal.read.structure.ListedColumn;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.derive.DefaultNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * Reads the primary key: the columns of fields and embedded fields with {@code @Id}, in the order of the table unless
 * {@code @PrimaryKey} declares another order.
 */
public final class PrimaryKeyReader {

    private final ReadContext context;

    public PrimaryKeyReader(ReadContext context) {
        this.context = context;
    }

    /** Adds the primary key to the table. */
    public void read(TableDraft table) {
        List<String> columns = new ArrayList<>();
        List<SourceLocation> sites = new ArrayList<>();
        for (DeclarationSite place : table.places()) {
            context.annotations().find(place.element(), "Id").ifPresent(use -> {
                place.columns().stream()
                        .filter(column -> !columns.contains(column))
                        .forEach(columns::add);
                sites.add(use.site());
            });
        }
        if (!columns.isEmpty()) {
            table.add(new Constraint.PrimaryKey(DefaultNames.primaryKey(table.name()), columns), sites.get(0));
        }
    }

    /** Applies {@code @PrimaryKey} to the primary key. */
    public void refine(TableDraft table) {
        TypeElement entity = table.shape().entity();
        context.annotations().find(entity, "PrimaryKey").ifPresent(use -> refine(table, use));
        context.annotations()
                .find(entity, "Table")
                .filter(use ->
                        use.optionalText("keyless").isPresent() && !table.key().isEmpty())
                .ifPresent(use -> context.diagnostics()
                        .error(
                                DiagnosticCode.CONFLICT,
                                use.site("keyless"),
                                table.name().display() + " has a primary key, but its @Table is keyless",
                                "remove the primary key or keyless"));
    }

    private void refine(TableDraft table, AnnotationUse use) {
        List<String> marked = table.key();
        List<String> listed = table.shape().listed(use, "columns").stream()
                .map(ListedColumn::column)
                .toList();
        List<String> columns = listed.isEmpty() ? marked : listed;
        if (columns.isEmpty()) {
            IndexDeclarationReader.noColumns(context, use);
        } else if (!marked.isEmpty() && !Set.copyOf(marked).equals(Set.copyOf(columns))) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.CONFLICT,
                            use.site("columns"),
                            "@PrimaryKey lists " + String.join(", ", columns) + ", but @Id is on "
                                    + String.join(", ", marked),
                            "list the columns that carry @Id, in the order of the index");
        } else {
            String name = use.optionalText("name").orElseGet(() -> DefaultNames.primaryKey(table.name()));
            ObjectPath path = ObjectPath.constraint(table.name(), name);
            List.of("columns", "name", "include", "with")
                    .forEach(each -> context.sites().put(path, each, use.site(each)));
            table.rekey(
                    new Constraint.PrimaryKey(name, columns, new StorageParameterReader(context).keyIndex(table, use)),
                    use.site());
        }
    }
}
