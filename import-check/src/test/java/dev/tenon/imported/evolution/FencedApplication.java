package dev.tenon.imported.evolution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The generated entities of an application that gets tenants while it is in use. */
final class FencedApplication {

    static final List<UUID> TENANTS = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));

    private static final List<String> KEYS = List.of("UUID", "Long", "String");

    private final Map<String, FencedTable> tables = new LinkedHashMap<>();
    private final String legacy;
    private final String role;

    /**
     * @param size the number of tables besides the tenant root
     * @param legacy the login role of the former version
     * @param role the application role
     */
    FencedApplication(int size, String legacy, String role) {
        this.legacy = legacy;
        this.role = role;
        String parent = "";
        for (int at = 0; at < size; at++) {
            int level = at % 4;
            // Tables that are referenced sort after those that reference them, against the order of the backfills.
            // PostgreSQL replaces no primary key of a partitioned table in place, so that stays.
            String name = "t%03d".formatted(size - at);
            parent = level == 0 ? "" : parent;
            tables.put(
                    name,
                    new FencedTable(name, level, parent, KEYS.get(at % 3), at % 5 == 2, at % 2 == 0 || at % 5 == 2));
            parent = name;
        }
    }

    List<FencedTable> tables() {
        return List.copyOf(tables.values());
    }

    /** Returns the sources before there are tenants. */
    Map<String, String> former() {
        return sources(false);
    }

    /** Returns the sources at a stage of the tenancy. */
    Map<String, String> fenced(String stage, List<String> admitted) {
        Map<String, String> sources = sources(true);
        sources.put(
                "package-info.java",
                "@Schema(tenancy = @Tenancy(root = Org.class, column = \"org_id\", role = \"" + role
                        + "\", stage = TenancyStage." + stage + ", admitted = {"
                        + String.join(
                                ", ",
                                admitted.stream()
                                        .map(each -> "\"" + each + "\"")
                                        .toList())
                        + "}))\npackage app;\nimport dev.tenon.annotation.*;\n");
        return sources;
    }

    /** Returns the acceptances of keys that get the tenant column although a former version is at work. */
    String acceptance() {
        List<String> accepted = new ArrayList<>();
        tables.values().stream().filter(table -> !table.keepsKey()).forEach(table -> {
            String key = table.name() + "." + table.name() + "_pkey";
            accepted.add((table.key().equals("String") ? "unique-per-tenant:" : "lose-conflict-target:") + key);
        });
        return String.join(",", accepted);
    }

    private Map<String, String> sources(boolean fenced) {
        Map<String, String> sources = new TreeMap<>();
        sources.put(
                "Org.java",
                "@Table " + (fenced ? "@TenantRoot " : "") + "@Grant(role = \"" + legacy
                        + "\", value = Privilege.SELECT) public record Org(@Id UUID id, String name) {}");
        for (FencedTable table : tables.values()) {
            String type = table.name().toUpperCase(Locale.ROOT);
            sources.put(type + ".java", table.source(fenced, tables, legacy));
            if (table.level() == 1) {
                view(table, "Seen", true, fenced, sources);
                view(table, "Owned", false, fenced, sources);
            }
        }
        return sources;
    }

    private void view(FencedTable table, String prefix, boolean invoker, boolean fenced, Map<String, String> sources) {
        String name = prefix + table.name().toUpperCase(Locale.ROOT);
        sources.put(
                name + ".java",
                (invoker || !fenced ? "" : "@Shared(reason = \"a report over all tenants\") ") + "@Grant(role = \""
                        + legacy
                        + "\", value = Privilege.SELECT) @View(name = \"" + name.toLowerCase(Locale.ROOT)
                        + "\", securityInvoker = " + invoker + ", sql = \"SELECT c.id, c.body FROM " + table.name()
                        + " c JOIN " + table.parent() + " p ON p.id = c.parent_id\")\npublic record " + name + "("
                        + table.key() + " id, String body) {}");
    }
}
