package dev.tenon.processor.internal.read;

import dev.tenon.processor.internal.read.object.DeclaredNamespace;
import dev.tenon.processor.internal.read.type.DeclaredExtensions;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Collects what tables depend on: the roles in policies and grants, and the schemas of tables and types with their
 * USAGE grants.
 *
 * @param extensions the extensions
 * @param enums the enum types
 * @param sequences the sequences
 * @param tables the tables
 * @param views the views
 * @param objects the SQL-defined objects
 * @param tenancy the tenancy
 * @param declared the declared schemas
 */
record SchemaAssembler(
        DeclaredExtensions extensions,
        List<EnumType> enums,
        List<Sequence> sequences,
        List<Table> tables,
        List<View> views,
        List<SqlObject> objects,
        Optional<Tenancy> tenancy,
        Map<String, DeclaredNamespace> declared) {

    private static final String EVERYONE = "public";

    /** The names of alterations that name a role. */
    private static final Pattern GIVEN = Pattern.compile("_owner$|_?grant .* to ");

    Schema schema() {
        List<Namespace> namespaces = namespaces().stream()
                .map(name -> new Namespace(name, grants(name)))
                .toList();
        List<Role> roles = roles().stream().map(Role::new).toList();
        return new Schema(roles, namespaces, extensions.all(), enums, sequences, tables, tenancy)
                .withViews(views)
                .withObjects(objects);
    }

    private Set<String> namespaces() {
        Set<String> names = new TreeSet<>(declared.keySet());
        tables.forEach(table -> names.add(table.name().schema()));
        enums.forEach(type -> names.add(type.name().schema()));
        sequences.forEach(sequence -> names.add(sequence.name().schema()));
        views.forEach(view -> names.add(view.name().schema()));
        objects.forEach(object -> CreateStatement.of(object.create())
                .ifPresent(made -> names.add(made.name().schema())));
        extensions.all().stream().map(Extension::schema).forEach(names::add);
        names.remove("pg_catalog");
        return names;
    }

    private Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        tables.forEach(table -> roles.addAll(grantees(table.grants())));
        sequences.forEach(sequence -> roles.addAll(grantees(sequence.grants())));
        views.forEach(view -> roles.addAll(grantees(view.grants())));
        tables.stream()
                .flatMap(table -> table.policies().stream())
                .map(Policy::roles)
                .forEach(roles::addAll);
        tables.stream().flatMap(table -> table.partitions().stream()).forEach(partition -> {
            roles.addAll(grantees(partition.grants()));
            partition.policies().forEach(policy -> roles.addAll(policy.roles()));
        });
        objects.stream()
                .filter(object -> CreateStatement.of(object.create())
                        .filter(made -> made.alters() && GIVEN.matcher(made.ownName().name()).find())
                        .isPresent())
                .forEach(object ->
                        CreateStatement.recipient(object.create()).ifPresent(roles::add));
        declared.values().forEach(each -> {
            roles.addAll(each.users());
            roles.addAll(each.creators());
        });
        tenancy.map(Tenancy::role).ifPresent(roles::add);
        roles.remove(EVERYONE);
        return roles;
    }

    /**
     * The application role uses all schemas. Another role uses the declared schemas or, without a declaration, those in
     * which it has a grant.
     */
    private Set<String> users(String namespace) {
        Set<String> users = new TreeSet<>(Optional.ofNullable(declared.get(namespace))
                .map(DeclaredNamespace::users)
                .orElse(Set.of()));
        if (!declared.containsKey(namespace)) {
            addActive(namespace, users);
        }
        tenancy.map(Tenancy::role).ifPresent(users::add);
        return users;
    }

    private List<Grant> grants(String namespace) {
        Map<String, List<Privilege>> privileges = new TreeMap<>();
        users(namespace)
                .forEach(role -> privileges
                        .computeIfAbsent(role, each -> new ArrayList<>())
                        .add(Privilege.USAGE));
        Optional.ofNullable(declared.get(namespace)).map(DeclaredNamespace::creators).orElse(Set.of()).forEach(role ->
                privileges.computeIfAbsent(role, each -> new ArrayList<>()).add(Privilege.CREATE));
        return privileges.entrySet().stream()
                .map(role -> new Grant(role.getKey(), role.getValue()))
                .toList();
    }

    private void addActive(String namespace, Set<String> users) {
        tables.stream()
                .filter(table -> table.name().schema().equals(namespace))
                .forEach(table -> users.addAll(grantees(table.grants())));
        sequences.stream()
                .filter(sequence -> sequence.name().schema().equals(namespace))
                .forEach(sequence -> users.addAll(grantees(sequence.grants())));
        views.stream()
                .filter(view -> view.name().schema().equals(namespace))
                .forEach(view -> users.addAll(grantees(view.grants())));
    }

    private static List<String> grantees(List<Grant> grants) {
        return grants.stream().map(Grant::grantee).toList();
    }
}
