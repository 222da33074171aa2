package dev.tenon.schema.derive;

import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import java.util.List;
import java.util.Optional;

/**
 * Adds to declared tables what follows from the declarations: first what tenancy demands, then indexes of foreign keys, and
 * last the guard of partitions.
 */
public final class Derivation {

    private Derivation() {}

    /** The tables as the database holds them. */
    public static List<Table> derive(List<DeclaredTable> declared, Optional<Tenancy> tenancy) {
        List<DeclaredTable> fenced =
                tenancy.map(how -> new TenantFence(how, declared).fence()).orElse(declared);
        return fenced.stream()
                .map(ForeignKeyIndexes::add)
                .map(Table::withGuardedPartitions)
                .toList();
    }
}
