package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.DeclarationSite;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.derive.DefaultNames;

/** Reads check constraints. */
public final class CheckReader {

    private final ReadContext context;

    public CheckReader(ReadContext context) {
        this.context = context;
    }

    /** Adds the check constraints at the place to the table. */
    void read(TableDraft table, DeclarationSite place) {
        for (AnnotationUse use : context.annotations().all(place.element(), "Check")) {
            context.required(use, "value").ifPresent(sql -> {
                String name =
                        use.optionalText("name").orElseGet(() -> DefaultNames.check(table.name(), place.columns()));
                ObjectPath path = ObjectPath.constraint(table.name(), name);
                context.sites().put(path, "expression", use.site("value"));
                context.sites().put(path, "name", use.site("name"));
                context.sites().put(path, "validated", use.site("notValid"));
                table.add(new Constraint.Check(name, sql, !use.flag("notValid")), use.site());
            });
        }
    }
}
