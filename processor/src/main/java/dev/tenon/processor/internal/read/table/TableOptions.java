package dev.tenon.processor.internal.read.table;

import dev.tenon.processor.internal.read.annotation.AnnotationUse;
import dev.tenon.processor.internal.read.structure.ReadContext;
import dev.tenon.processor.internal.read.structure.TableDraft;
import dev.tenon.processor.internal.read.structure.UnreadableObjects;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.TableStorage;
import java.util.List;

/** Reads the attributes of {@code @Table} other than the name, on entities of Tenon and of Jakarta Persistence. */
public final class TableOptions {

    private final ReadContext context;
    private final UnreadableObjects broken;

    public TableOptions(ReadContext context, UnreadableObjects broken) {
        this.context = context;
        this.broken = broken;
    }

    /** The storage of the table. */
    public TableStorage storage(AnnotationUse use) {
        return new TableStorage(use.flag("unlogged"), new StorageParameterReader(context).read(use));
    }

    /** Applies row-level security and {@code keyless} to the table. */
    public void read(TableDraft table, AnnotationUse use) {
        List.of("with", "unlogged", "rowSecurity")
                .forEach(attribute -> context.sites().put(table.path(), attribute, use.site(attribute)));
        if (!use.isDefault("rowSecurity")) {
            table.secure(RowSecurity.valueOf(use.constant("rowSecurity")));
        }
        if (use.optionalText("keyless").isPresent()) {
            broken.allowKeyless(table.path());
        }
    }
}
