package dev.tenon.schema.internal.derive;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Completes declared tables with what follows from the declarations: first tenancy, then indexes of foreign keys, and
 * the row-level security of partitions; last the table of observations of admitted roles.
 */
public final class TableDeriver {

    private TableDeriver() {}

    /** The tables as they are in the database; throws if another object is declared with a derived name. */
    public static List<Table> derive(List<DeclaredTable> declared, Optional<Tenancy> tenancy) {
        return derive(declared, tenancy, taken -> {
            throw new IllegalArgumentException(taken.display() + " has the name of an object that Tenon derives");
        });
    }

    /**
     * The tables as they are in the database.
     *
     * @param taken receives each declared constraint, index or policy with the name of a derived one; the derived one
     *     is omitted
     */
    public static List<Table> derive(
            List<DeclaredTable> declared, Optional<Tenancy> tenancy, Consumer<ObjectPath> taken) {
        List<DeclaredTable> fenced = tenancy.map(how -> new TenantIsolationDeriver(how, declared, taken).fence())
                .orElse(declared);
        Stream<Table> tables = fenced.stream()
                .map(table -> ForeignKeyIndexes.add(table, taken))
                .map(Table::withGuardedPartitions);
        return Stream.concat(tables, tenancy.stream().flatMap(how -> TenantObservation.tables(how).stream()))
                .toList();
    }
}
