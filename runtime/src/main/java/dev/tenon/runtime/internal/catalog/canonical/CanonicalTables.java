package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Table;
import java.util.List;

/**
 * Expected tables in the server's own words.
 *
 * @param tables the tables, every type and expression as the server prints it, except where it could not
 * @param unprintable what the server does not understand, which stands in the tables as it was
 */
public record CanonicalTables(List<Table> tables, List<UnsupportedExpression> unprintable) {

    public CanonicalTables {
        tables = List.copyOf(tables);
        unprintable = List.copyOf(unprintable);
    }
}
