package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole database schema at one point in time. Entity classes, snapshot files and the catalogs of a live database all
 * yield this type, so that one diff compares any two of them.
 *
 * @param roles the roles that policies and grants name, except {@code PUBLIC}
 * @param namespaces the PostgreSQL schemas of the objects
 * @param extensions the extensions of types, operator classes and functions
 * @param enums the enum types
 * @param sequences the sequences that do not belong to identity columns
 * @param tables the tables
 * @param views the views and materialized views
 * @param objects the SQL-defined objects
 * @param tenancy how tenants are isolated; empty without tenants
 */
public record Schema(
        List<Role> roles,
        List<Namespace> namespaces,
        List<Extension> extensions,
        List<EnumType> enums,
        List<Sequence> sequences,
        List<Table> tables,
        List<View> views,
        List<SqlObject> objects,
        Optional<Tenancy> tenancy) {

    /** The schema of an empty database, from which a first migration starts. */
    public static final Schema EMPTY =
            new Schema(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public Schema {
        roles = Normalization.sorted("roles", roles);
        namespaces = Normalization.sorted("schemas", namespaces);
        extensions = Normalization.sorted("extensions", extensions);
        enums = Normalization.sorted("enum types", enums);
        sequences = Normalization.sorted("sequences", sequences);
        tables = Normalization.sorted("tables", tables);
        views = Normalization.sorted("views", views);
        objects = Normalization.sorted("objects", objects);
        Objects.requireNonNull(tenancy, "tenancy");
    }

    /** A schema without sequences, views and SQL-defined objects. */
    public Schema(
            List<Role> roles,
            List<Namespace> namespaces,
            List<Extension> extensions,
            List<EnumType> enums,
            List<Table> tables,
            Optional<Tenancy> tenancy) {
        this(roles, namespaces, extensions, enums, List.of(), tables, tenancy);
    }

    /** A schema without views and SQL-defined objects. */
    public Schema(
            List<Role> roles,
            List<Namespace> namespaces,
            List<Extension> extensions,
            List<EnumType> enums,
            List<Sequence> sequences,
            List<Table> tables,
            Optional<Tenancy> tenancy) {
        this(roles, namespaces, extensions, enums, sequences, tables, List.of(), List.of(), tenancy);
    }

    /** The view of that name, if there is one. */
    public Optional<View> view(QualifiedName name) {
        return KeyedLookup.find(views, name);
    }

    /** Whether a PostgreSQL schema contains an object of this schema other than an extension. */
    public boolean hasObjectsIn(String namespace) {
        return Stream.of(tables, views, enums, sequences, objects)
                .flatMap(List::stream)
                .anyMatch(each -> each.name().schema().equals(namespace));
    }

    /** The table of that name, if there is one. */
    public Optional<Table> table(QualifiedName name) {
        return KeyedLookup.findSorted(tables, name);
    }

    /** The table of that name, or the table that has a partition of that name. */
    public Optional<Table> tableOf(QualifiedName relation) {
        return table(relation)
                .or(() -> tables.stream()
                        .filter(table -> table.name().schema().equals(relation.schema())
                                && table.partitioning()
                                        .flatMap(how -> how.partition(relation.name()))
                                        .isPresent())
                        .findFirst());
    }

    /** The SQL-defined object of that name, if there is one. */
    public Optional<SqlObject> object(QualifiedName name) {
        return KeyedLookup.findSorted(objects, name);
    }

    /** The enum type of that name, if there is one. */
    public Optional<EnumType> enumType(QualifiedName name) {
        return KeyedLookup.findSorted(enums, name);
    }

    /** The same schema with other roles. */
    public Schema withRoles(List<Role> others) {
        return new Schema(others, namespaces, extensions, enums, sequences, tables, views, objects, tenancy);
    }

    /** The same schema with other PostgreSQL schemas. */
    public Schema withNamespaces(List<Namespace> others) {
        return new Schema(roles, others, extensions, enums, sequences, tables, views, objects, tenancy);
    }

    /** The same schema with other extensions. */
    public Schema withExtensions(List<Extension> others) {
        return new Schema(roles, namespaces, others, enums, sequences, tables, views, objects, tenancy);
    }

    /** The same schema with other tables. */
    public Schema withTables(List<Table> others) {
        return new Schema(roles, namespaces, extensions, enums, sequences, others, views, objects, tenancy);
    }

    /** The same schema with other enum types. */
    public Schema withEnums(List<EnumType> others) {
        return new Schema(roles, namespaces, extensions, others, sequences, tables, views, objects, tenancy);
    }

    /** The same schema with other sequences. */
    public Schema withSequences(List<Sequence> others) {
        return new Schema(roles, namespaces, extensions, enums, others, tables, views, objects, tenancy);
    }

    /** The same schema with another tenancy. */
    public Schema withTenancy(Optional<Tenancy> other) {
        return new Schema(roles, namespaces, extensions, enums, sequences, tables, views, objects, other);
    }

    /** The same schema with other views. */
    public Schema withViews(List<View> others) {
        return new Schema(roles, namespaces, extensions, enums, sequences, tables, others, objects, tenancy);
    }

    /** The same schema with other SQL-defined objects. */
    public Schema withObjects(List<SqlObject> others) {
        return new Schema(roles, namespaces, extensions, enums, sequences, tables, views, others, tenancy);
    }
}
