package dev.tenon.imported.evolution;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A generated table of an application in use. Its rows belong to a tenant by their own column, or by one, two or three
 * references.
 *
 * @param name the name of the table; its class has the same in upper case
 * @param level the number of references to the table with the tenant's column
 * @param parent the table that it references; empty on level 0
 * @param key the type of its key: UUID, Long or String
 * @param partitioned whether it is partitioned
 * @param keepsKey whether its primary key stays without the tenant column
 */
record FencedTable(String name, int level, String parent, String key, boolean partitioned, boolean keepsKey) {

    private static final AtomicLong NUMBERS = new AtomicLong(1000);
    private static final Map<Integer, String> VALUES = Map.of(
            1, "(SELECT p.org_id FROM PARENT p WHERE p.id = parent_id)",
            2, "(SELECT p.org_id FROM public.PARENT AS p WHERE p.id = OWN.parent_id AND body IS NOT NULL)",
            3, "(SELECT PARENT.org_id FROM PARENT WHERE PARENT.id = public.OWN.parent_id)");

    /** Returns a new key of the table's type. */
    Object newKey() {
        return switch (key) {
            case "UUID" -> UUID.randomUUID();
            case "Long" -> NUMBERS.incrementAndGet();
            default -> "k" + NUMBERS.incrementAndGet();
        };
    }

    /** Returns the source of the entity. */
    String source(boolean fenced, Map<String, FencedTable> tables, String legacy) {
        StringBuilder source = new StringBuilder("@Table @Grant(role = \"" + legacy
                + "\", value = {Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE})\n");
        if (fenced) {
            source.append(
                    keepsKey
                            ? "@TenantScoped(primaryKey = TenantKey.ID_ONLY, reason = \"the former version needs it\")\n"
                            : "@TenantScoped\n");
        }
        if (partitioned) {
            source.append("@Partitioned(strategy = PartitionStrategy.HASH, columns = \"id\")\n");
            for (int part = 0; part < 2; part++) {
                source.append(
                        "@Partition(name = \"" + name + "_p" + part + "\", modulus = 2, remainder = " + part + ")\n");
            }
        }
        source.append("public record " + name.toUpperCase(Locale.ROOT) + "(@Id " + key + " id, ");
        if (level == 0) {
            source.append("@References(value = Org.class, onDelete = ForeignKeyAction.CASCADE) UUID orgId, ");
        } else {
            source.append("@References(value = " + parent.toUpperCase(Locale.ROOT)
                    + ".class, onDelete = ForeignKeyAction.CASCADE) "
                    + Objects.requireNonNull(tables.get(parent)).key() + " parentId, ");
            if (fenced) {
                source.append("@Backfill(\""
                        + Objects.requireNonNull(VALUES.get(level))
                                .replace("PARENT", parent)
                                .replace("OWN", name)
                        + "\") UUID orgId, ");
            }
        }
        return source.append("String body) {}\n").toString();
    }
}
