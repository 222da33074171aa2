package dev.tenon.cli.importer.tenancy;

import dev.tenon.cli.importer.annotation.EnglishSingular;
import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the tenant root: the table that the foreign keys of the tenant column reference; without foreign keys, the table
 * that the column is named for, whose key has the type of the column and its values.
 */
final class TenantRootFinder {

    private static final Pattern NAMED = Pattern.compile("(?<what>.*[^_])(_(id|uuid|guid|fk|key|ref)|Id|ID|Uuid)");

    /** Fewer letters abbreviate too many words. */
    private static final int SHORTEST_ABBREVIATION = 3;

    private final Schema schema;
    private final TenancyRequest request;
    private final TenantKeyLookup keys;
    private final List<Table> holders;

    TenantRootFinder(Schema schema, TenancyRequest request, TenantKeyLookup keys) {
        this.schema = schema;
        this.request = request;
        this.keys = keys;
        this.holders = schema.tables().stream()
                .filter(table -> table.column(request.column()).isPresent())
                .toList();
    }

    Table find() {
        Table root = request.root().map(this::named).orElseGet(this::found);
        List<String> key = root.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
        if (key.size() != 1) {
            throw fault(
                    "the tenant root " + root.name().display()
                            + (key.isEmpty() ? " has no primary key" : " has the primary key " + key),
                    "give it a primary key of one column, or name another table with --tenant-root");
        }
        return root;
    }

    private Table named(String name) {
        return schema.table(parsed(name))
                .orElseThrow(() -> fault(
                        "there is no table " + name,
                        "name a table with its schema, such as --tenant-root public.organizations"));
    }

    private static QualifiedName parsed(String name) {
        try {
            return QualifiedName.parse(name);
        } catch (IllegalArgumentException invalid) {
            throw fault("'" + name + "' is no name of a table", "quote it as in SQL");
        }
    }

    private Table found() {
        if (holders.isEmpty()) {
            throw fault(
                    "no table has a column " + request.column(),
                    referencedTables().isEmpty()
                            ? "name the column that holds the tenant"
                            : "name the column that holds the tenant: " + referencedTables());
        }
        Map<QualifiedName, Long> referenced = new TreeMap<>();
        for (Table holder : holders) {
            for (Constraint.ForeignKey key : holder.foreignKeys()) {
                if (key.columns().equals(List.of(request.column()))
                        && !key.target().equals(holder.name())) {
                    primary(holder, key);
                    referenced.merge(key.target(), 1L, Long::sum);
                }
            }
        }
        return referenced.isEmpty() ? byName() : only(referenced);
    }

    /** The processor knows the tenant root by its primary key. */
    private void primary(Table holder, Constraint.ForeignKey key) {
        boolean whole = schema.table(key.target())
                .flatMap(Table::primaryKey)
                .filter(primary -> primary.columns().equals(key.targetColumns())
                        || primary.columns().size() != 1)
                .isPresent();
        if (!whole) {
            throw fault(
                    holder.name().display() + "." + request.column() + " references "
                            + key.target().display() + "." + key.targetColumns() + ", which is not its primary key",
                    "reference the primary key of the tenant root");
        }
    }

    private Table only(Map<QualifiedName, Long> all) {
        // A table with one row for each tenant leads on to the tenant root.
        Map<QualifiedName, Long> referenced = new TreeMap<>(all);
        holders.stream()
                .filter(holder -> holder.foreignKeys().stream()
                        .anyMatch(key -> key.columns().equals(List.of(request.column()))
                                && all.containsKey(key.target())
                                && !key.target().equals(holder.name())))
                .forEach(holder -> referenced.remove(holder.name()));
        if (referenced.size() > 1) {
            throw ambiguous(referenced.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            each -> "referenced by " + each.getValue() + (each.getValue() == 1 ? " table" : " tables"),
                            (one, other) -> one,
                            TreeMap::new)));
        }
        return schema.table(referenced.keySet().iterator().next()).orElseThrow();
    }

    private Table byName() {
        List<Table> typed = schema.tables().stream()
                .filter(table -> !holders.contains(table) || keyed(table, request.column()))
                .filter(this::hasTypeOfColumn)
                .toList();
        List<Table> named =
                typed.stream().filter(table -> isNamedFor(table, false)).toList();
        List<Table> alike = named.isEmpty()
                ? typed.stream().filter(table -> isNamedFor(table, true)).toList()
                : named;
        List<Table> held = alike.size() == 1 && !named.isEmpty()
                ? alike
                : alike.stream().filter(this::holdsValues).toList();
        if (held.size() == 1) {
            return held.get(0);
        }
        List<Table> candidates = !held.isEmpty() ? held : !alike.isEmpty() ? alike : typed;
        Map<QualifiedName, String> described = new TreeMap<>();
        candidates.forEach(table -> described.put(
                table.name(),
                "key " + keyColumn(table).map(Column::name).orElse("") + " "
                        + keyColumn(table)
                                .map(Column::type)
                                .map(ColumnType::toString)
                                .orElse("")));
        if (described.isEmpty()) {
            throw fault(
                    "no foreign key of " + request.column() + " says which table has the tenants, and no table has a"
                            + " key of its type",
                    "add the table with the tenants, and name it: --tenancy " + request.column()
                            + " --tenant-root public.organizations");
        }
        throw ambiguous(described);
    }

    private boolean hasTypeOfColumn(Table table) {
        return keyColumn(table)
                .filter(key -> holders.stream()
                        .anyMatch(holder -> holder.column(request.column())
                                .filter(column -> column.type().equals(key.type()))
                                .isPresent()))
                .isPresent();
    }

    private static boolean keyed(Table table, String column) {
        return keyColumn(table).filter(key -> key.name().equals(column)).isPresent();
    }

    private static Optional<Column> keyColumn(Table table) {
        return table.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .flatMap(key -> table.column(key.columns().get(0)));
    }

    private boolean isNamedFor(Table table, boolean abbreviated) {
        Matcher matcher = NAMED.matcher(request.column());
        String what = plain(matcher.matches() ? matcher.group("what") : request.column());
        String name = plain(EnglishSingular.of(table.name().name()));
        return abbreviated
                ? what.length() >= SHORTEST_ABBREVIATION && name.startsWith(what)
                : name.equals(what) || plain(table.name().name()).equals(what);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    private boolean holdsValues(Table candidate) {
        String key = keyColumn(candidate).orElseThrow().name();
        return holders.stream()
                .filter(holder -> !holder.equals(candidate))
                .anyMatch(holder -> keys.holds(holder.name(), request.column(), candidate.name(), key));
    }

    /** The columns that several tables have and that reference one table, most frequent first. */
    private String referencedTables() {
        Map<String, Long> uses = schema.tables().stream()
                .flatMap(table -> table.foreignKeys().stream())
                .filter(key -> key.columns().size() == 1)
                .collect(Collectors.groupingBy(
                        key -> key.columns().get(0) + " references "
                                + key.target().display(),
                        TreeMap::new,
                        Collectors.counting()));
        return uses.entrySet().stream()
                .filter(use -> use.getValue() > 1)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(5)
                .map(use -> use.getKey() + " from " + use.getValue() + " tables")
                .collect(Collectors.joining(", "));
    }

    private FaultException ambiguous(Map<QualifiedName, String> candidates) {
        return fault(
                "several tables may be the tenant root: "
                        + candidates.entrySet().stream()
                                .map(each -> each.getKey().display() + " (" + each.getValue() + ")")
                                .collect(Collectors.joining(", ")),
                "name it: --tenancy " + request.column() + " --tenant-root "
                        + candidates.keySet().iterator().next());
    }

    static FaultException fault(String problem, String remedy) {
        return new Fault(FaultCode.TENANCY_UNCLEAR, problem, remedy).exception();
    }
}
