package dev.tenon.cli.importer.annotation;

import com.palantir.javapoet.ClassName;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.BuiltinTypes;
import dev.tenon.schema.internal.derive.ExtensionObjects;
import dev.tenon.schema.internal.derive.NamingStrategy;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java names of all objects. Tables, views and enum types of one PostgreSQL schema share a package. */
public final class JavaNaming {

    private static final Set<String> TYPES = Set.of("type", "domain");

    /** Matches the canonical form. */
    private static final Pattern DOMAIN = Pattern.compile(
            "(?s)CREATE DOMAIN .+? AS (?<type>.+?)( COLLATE .*| DEFAULT .*| NOT NULL.*| CONSTRAINT .*)?");

    private final String base;
    private final JpaRelations relations;
    private final NamingStrategy strategy;
    private final boolean singular;
    private final Map<String, String> packages = new LinkedHashMap<>();
    private final Map<QualifiedName, ClassName> tables = new HashMap<>();
    private final Map<QualifiedName, ClassName> views = new HashMap<>();
    private final Map<QualifiedName, ClassName> enums = new HashMap<>();
    private final Map<QualifiedName, Map<String, String>> members = new HashMap<>();
    private final Map<QualifiedName, SqlObject> types = new HashMap<>();

    /**
     * Assigns names for a schema.
     *
     * @param base the package of PostgreSQL's schema {@code public}, above the others
     * @param relations the columns whose members refer to entities
     * @param strategy how the processor derives names; empty for the strategy that needs the fewest declared names
     * @param singular whether the class of a table with a plural name has the singular
     */
    public JavaNaming(
            String base, Schema schema, JpaRelations relations, Optional<NamingStrategy> strategy, boolean singular) {
        this.base = base;
        this.relations = relations;
        this.singular = singular;
        schema.objects()
                .forEach(object -> CreateStatement.of(object.create())
                        .filter(statement -> TYPES.contains(statement.kind()))
                        .ifPresent(statement -> types.put(statement.name(), object)));
        JavaName parts = new JavaName();
        schema.namespaces().forEach(each -> packages.put(each.name(), path(each.name(), parts)));
        Map<String, JavaName> types = new HashMap<>();
        types.put(base, namesBesidePackages());
        Set<QualifiedName> relationNames = new HashSet<>();
        schema.tables().forEach(each -> relationNames.add(each.name()));
        schema.views().forEach(each -> relationNames.add(each.name()));
        schema.enums().forEach(each -> relationNames.add(each.name()));
        schema.tables().forEach(each -> tables.put(each.name(), type(each.name(), types, relationNames)));
        schema.views().forEach(each -> views.put(each.name(), type(each.name(), types, relationNames)));
        schema.enums().forEach(each -> enums.put(each.name(), type(each.name(), types, Set.of())));
        schema.tables().forEach(each -> members.put(each.name(), members(each)));
        this.strategy = strategy.orElseGet(this::fewestDeclaredNames);
    }

    /** The strategy that derives most names; of equals, the first. */
    private NamingStrategy fewestDeclaredNames() {
        return Arrays.stream(NamingStrategy.values())
                .max(Comparator.comparingLong(this::derived).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private long derived(NamingStrategy by) {
        long types = Stream.of(tables, views, enums)
                .flatMap(named -> named.entrySet().stream())
                .filter(each -> JavaName.derives(
                        by, each.getValue().simpleName(), each.getKey().name()))
                .count();
        return types
                + members.values().stream()
                        .flatMap(named -> named.entrySet().stream())
                        .filter(each -> JavaName.derives(by, each.getValue(), each.getKey()))
                        .count();
    }

    /** The strategy by which the processor must derive names. */
    public NamingStrategy strategy() {
        return strategy;
    }

    /** Whether the processor derives the PostgreSQL name from the Java name. */
    public boolean derives(String java, String name) {
        return JavaName.derives(strategy, java, name);
    }

    /** Reserves the names of packages that could equal the name of a class in the base package. */
    private JavaName namesBesidePackages() {
        JavaName names = new JavaName();
        packages.values().stream()
                .filter(path -> path.startsWith(base + "._"))
                .forEach(path -> names.take(path.substring(base.length() + 1)));
        return names;
    }

    private String path(String namespace, JavaName parts) {
        return namespace.equals(QualifiedName.DEFAULT_SCHEMA)
                ? base
                : base + "." + parts.member(JavaName.packagePart(namespace)).replace("$", "_");
    }

    /** A plural name stays if its singular is the name of another relation. */
    private ClassName type(QualifiedName name, Map<String, JavaName> types, Set<QualifiedName> relationNames) {
        String path = packageOf(name.schema());
        JavaName names = types.computeIfAbsent(path, each -> new JavaName());
        String one = singular && !relationNames.isEmpty() ? EnglishSingular.of(name.name()) : name.name();
        boolean taken = !one.equals(name.name())
                && relationNames.stream()
                        .anyMatch(other -> !other.equals(name)
                                && other.schema().equals(name.schema())
                                && JavaName.same(other.name(), one));
        return ClassName.get(path, names.type(taken ? name.name() : one));
    }

    /** A JPA relation is named for what it refers to: {@code plan_id} becomes {@code plan}. */
    private Map<String, String> members(Table table) {
        JavaName names = new JavaName();
        Map<String, String> members = new HashMap<>();
        for (Column column : table.columns()) {
            String named = relations
                    .at(table.name(), column.name())
                    .map(key -> RelationName.of(table, column.name(), key))
                    .orElse(column.name());
            members.put(column.name(), names.member(named));
        }
        return members;
    }

    /** Whether no other table has a class with the same simple name. */
    boolean isUniqueSimpleName(ClassName table) {
        return tables.values().stream()
                .noneMatch(other -> !other.equals(table) && other.simpleName().equals(table.simpleName()));
    }

    /** Returns the enum of the column type; empty for other types. */
    public Optional<ClassName> enumType(ColumnType type) {
        return type instanceof ColumnType.UserDefined declared ? enumType(declared.name()) : Optional.empty();
    }

    /** Returns the base type of a domain. */
    Optional<ColumnType> underDomain(QualifiedName domain) {
        return Optional.ofNullable(types.get(domain))
                .map(object -> DOMAIN.matcher(object.create()))
                .filter(Matcher::matches)
                .map(statement -> ColumnType.parse(statement.group("type")));
    }

    /** Whether the processor finds the type by its unqualified name. */
    boolean isKnownInDefaultSchema(QualifiedName type) {
        return type.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                && !BuiltinTypes.contains(type.name())
                && (types.containsKey(type)
                        || ExtensionObjects.ofType(type.name()).isPresent());
    }

    public String packageOf(String namespace) {
        return packages.getOrDefault(namespace, base);
    }

    public ClassName table(QualifiedName name) {
        return Objects.requireNonNull(tables.get(name));
    }

    public ClassName view(QualifiedName name) {
        return Objects.requireNonNull(views.get(name));
    }

    public Optional<ClassName> enumType(QualifiedName name) {
        return Optional.ofNullable(enums.get(name));
    }

    public String member(QualifiedName table, String column) {
        return members.getOrDefault(table, Map.of()).getOrDefault(column, column);
    }

    List<String> members(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> member(table, column)).toList();
    }
}
