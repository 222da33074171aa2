package dev.tenon.runtime.internal.catalog.canonical;

import dev.tenon.schema.Table;
import java.util.List;

/**
 * Expected tables in the server's canonical form.
 *
 * @param tables the tables; expressions that the server refused are unchanged
 * @param unprintable the expressions that the server refused
 */
public record CanonicalTables(List<Table> tables, List<UnsupportedExpression> unprintable) {

    public CanonicalTables {
        tables = List.copyOf(tables);
        unprintable = List.copyOf(unprintable);
    }
}
