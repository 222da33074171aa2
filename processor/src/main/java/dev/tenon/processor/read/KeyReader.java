package dev.tenon.processor.read;

import dev.tenon.processor.report.Site;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.derive.DerivedNames;
import java.util.ArrayList;
import java.util.List;

/** The primary key: the columns of fields and embedded fields that carry {@code @Id}, in the table's order. */
final class KeyReader {

    private final ReadContext context;

    KeyReader(ReadContext context) {
        this.context = context;
    }

    /** Gives the table its primary key. */
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
}
