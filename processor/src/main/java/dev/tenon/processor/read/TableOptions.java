package dev.tenon.processor.read;

import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.TableStorage;
import java.util.List;

/** What {@code @Table} says of a table beside its name, on entities of Tenon and of others alike. */
public final class TableOptions {

    private final ReadContext context;
    private final Broken broken;

    public TableOptions(ReadContext context, Broken broken) {
        this.context = context;
        this.broken = broken;
    }

    /** How the rows are kept. */
    public TableStorage storage(AnnotationUse use) {
        return new TableStorage(use.flag("unlogged"), new Parameters(context).read(use));
    }

    /** Gives the table what it says of its guard and of its key. */
    public void read(TableDraft table, AnnotationUse use) {
        List.of("with", "unlogged", "rowSecurity")
                .forEach(attribute -> context.sites().put(table.path(), attribute, use.site(attribute)));
        String security = use.constant("rowSecurity");
        if (!security.isEmpty() && !security.equals("OF_POLICIES")) {
            table.secure(RowSecurity.valueOf(security));
        }
        if (use.optionalText("keyless").isPresent()) {
            broken.allowKeyless(table.path());
        }
    }
}
