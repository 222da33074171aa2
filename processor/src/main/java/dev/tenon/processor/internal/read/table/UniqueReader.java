package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.DeclarationSite;
import dev.tenon.processor.internal.read.structure.ListedColumn;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.report.DiagnosticCode;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.derive.DefaultNames;
import java.util.List;
import java.util.stream.Stream;

/** Reads unique constraints. */
public final class UniqueReader {

    private final ReadContext context;

    public UniqueReader(ReadContext context) {
        this.context = context;
    }

    /** Adds the unique constraints at the place to the table. */
    void read(TableDraft table, DeclarationSite place) {
        context.annotations().all(place.element(), "Unique").forEach(use -> read(table, place, use));
    }

    private void read(TableDraft table, DeclarationSite place, AnnotationUse use) {
        List<ListedColumn> listed = table.shape().listed(use, "columns");
        List<String> columns = Stream.concat(
                        place.columns().stream(), listed.stream().map(ListedColumn::column))
                .toList();
        if (columns.isEmpty()) {
            IndexDeclarationReader.noColumns(context, use);
            return;
        }
        String name = use.optionalText("name").orElseGet(() -> DefaultNames.unique(table.name(), columns));
        ObjectPath path = ObjectPath.constraint(table.name(), name);
        listed.forEach(each -> context.sites().put(path, "columns/" + each.column(), each.site()));
        context.sites().put(path, "columns", use.site("columns"));
        context.sites().put(path, "name", use.site("name"));
        Deferrability deferrability = Deferrability.valueOf(use.constant("deferrable"));
        table.shape()
                .listed(use, "include")
                .forEach(each -> context.sites().put(path, "include/" + each.column(), each.site()));
        context.sites().put(path, "with", use.site("with"));
        ConstraintIndex index = new StorageParameterReader(context).keyIndex(table, use);
        Constraint.Unique unique =
                new Constraint.Unique(name, columns, use.flag("nullsNotDistinct"), deferrability, index);
        if (table.add(unique, use.site()) && use.flag("global")) {
            table.holdAcrossTenants(name);
            needsReason(context, use, "global");
        }
    }

    /** Reports a key or index that is unique across tenants without a reason. */
    static void needsReason(ReadContext context, AnnotationUse use, String attribute) {
        if (use.optionalText("reason").isEmpty()) {
            context.diagnostics()
                    .error(
                            DiagnosticCode.GLOBAL_UNIQUE,
                            use.site(attribute),
                            "uniqueness across tenants needs a reason: a unique violation reveals a value of another"
                                    + " tenant",
                            "state in reason why that is acceptable, or lead with the tenant column");
        }
    }
}
