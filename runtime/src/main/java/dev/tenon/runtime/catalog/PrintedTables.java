package dev.tenon.runtime.catalog;

import dev.tenon.schema.Table;
import java.util.List;

/**
 * Expected tables in the server's own words.
 *
 * @param tables the tables, every type and expression as the server prints it, except where it could not
 * @param unprintable what the server does not understand, which stands in the tables as it was
 */
public record PrintedTables(List<Table> tables, List<Unprintable> unprintable) {

    public PrintedTables {
        tables = List.copyOf(tables);
        unprintable = List.copyOf(unprintable);
    }
}
