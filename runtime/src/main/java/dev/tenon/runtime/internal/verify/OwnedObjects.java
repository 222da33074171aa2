package dev.tenon.runtime.internal.verify;

import dev.tenon.schema.Grant;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reduces a live schema to the objects that the snapshot names, with all their members, and to temporary objects of
 * unfinished migrations. Ignores all other objects in the database, and grants to other roles on {@code public},
 * which every database has.
 */
final class OwnedObjects {

    /** The grant that PostgreSQL itself creates on {@code public}. */
    private static final Grant OF_EVERY_DATABASE = new Grant("public", List.of(Privilege.USAGE));

    private OwnedObjects() {}

    static Schema of(Schema live, Schema snapshot) {
        MigrationLeftovers behind = new MigrationLeftovers(live, snapshot);
        return named(live, snapshot, false)
                .withEnums(with(named(live.enums(), snapshot.enums()), behind.enums(live.enums())))
                .withSequences(with(named(live.sequences(), snapshot.sequences()), behind.sequences(live.sequences())))
                .withTables(partitions(named(live.tables(), snapshot.tables()), snapshot))
                .withViews(with(named(live.views(), snapshot.views()), behind.views(live.views())));
    }

    /**
     * Whether a live database has a table, view, enum type or sequence that the snapshot names, or a leftover of these.
     */
    static boolean any(Schema live, Schema snapshot) {
        Schema owned = of(live, snapshot);
        return !(owned.tables().isEmpty()
                && owned.views().isEmpty()
                && owned.enums().isEmpty()
                && owned.sequences().isEmpty());
    }

    /**
     * Like {@code of}, but keeps undeclared tables, views, sequences, types and grants in the schemas that were read.
     */
    static Schema strictly(Schema live, Schema snapshot) {
        return named(live, snapshot, true).withTables(partitions(live.tables(), snapshot));
    }

    private static Schema named(Schema live, Schema snapshot, boolean strict) {
        return live.withRoles(named(live.roles(), snapshot.roles()))
                .withNamespaces(namespaces(live, snapshot, strict))
                .withExtensions(named(live.extensions(), snapshot.extensions()))
                .withTenancy(snapshot.tenancy());
    }

    /** Removes undeclared partitions from tables whose partitions are managed externally. */
    private static List<Table> partitions(List<Table> tables, Schema snapshot) {
        return tables.stream()
                .map(table -> snapshot.table(table.name())
                        .flatMap(Table::partitioning)
                        .filter(Partitioning::managedExternally)
                        .map(expected -> table.withPartitioning(table.partitioning()
                                .map(live -> live.withPartitions(named(live.partitions(), expected.partitions())))))
                        .orElse(table))
                .toList();
    }

    private static List<Namespace> namespaces(Schema live, Schema snapshot, boolean strict) {
        return named(live.namespaces(), snapshot.namespaces()).stream()
                .map(namespace -> namespace.name().equals(QualifiedName.DEFAULT_SCHEMA)
                        ? new Namespace(namespace.name(), grants(namespace, snapshot, strict))
                        : isOfExtensions(namespace, snapshot)
                                ? new Namespace(namespace.name(), grants(namespace, snapshot, false))
                                : namespace)
                .toList();
    }

    /** Whether the schema has only objects of extensions: then it is an administrator's, who decides who may use it. */
    private static boolean isOfExtensions(Namespace namespace, Schema snapshot) {
        return !snapshot.hasObjectsIn(namespace.name())
                && snapshot.extensions().stream()
                        .anyMatch(extension -> extension.schema().equals(namespace.name()));
    }

    private static List<Grant> grants(Namespace namespace, Schema snapshot, boolean strict) {
        List<Grant> expected = KeyedLookup.find(snapshot.namespaces(), namespace.name())
                .map(Namespace::grants)
                .orElse(List.of());
        return strict
                ? namespace.grants().stream()
                        .filter(grant -> !grant.equals(OF_EVERY_DATABASE) || expected.contains(grant))
                        .toList()
                : named(namespace.grants(), expected);
    }

    private static <T> List<T> with(List<T> items, List<T> more) {
        return Stream.concat(items.stream(), more.stream()).toList();
    }

    private static <K extends Comparable<? super K>, T extends Keyed<K>> List<T> named(List<T> live, List<T> snapshot) {
        Set<K> names = snapshot.stream().map(Keyed::name).collect(Collectors.toSet());
        return live.stream().filter(item -> names.contains(item.name())).toList();
    }
}
