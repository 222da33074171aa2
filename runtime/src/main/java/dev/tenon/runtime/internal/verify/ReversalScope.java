package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The objects that a migration knows: those of the schemas before and after it. Extensions, roles and schemas that only
 * the schema after names stay, because they may have existed before. Whatever else the database has is left alone.
 */
final class ReversalScope {

    private final Schema before;
    private final Schema after;

    /**
     * @param before the schema before, under the live names
     * @param after the schema after
     */
    ReversalScope(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the part of the catalogs to read. */
    static CatalogScope catalogs(Schema before, Schema after) {
        CatalogScope old = CatalogScope.of(before);
        CatalogScope fresh = CatalogScope.of(after);
        return new CatalogScope(union(old.namespaces(), fresh.namespaces()), union(old.roles(), fresh.roles()));
    }

    /** Returns the SQL-defined objects of both schemas, as they were before where both have one. */
    List<SqlObject> objects() {
        return union(before.objects(), after.objects());
    }

    /** Returns the SQL-defined objects of both schemas, as they are after. */
    List<SqlObject> renewed() {
        return after.objects().stream()
                .filter(object -> before.object(object.name()).isPresent())
                .toList();
    }

    /** Returns the part of the live schema that belongs to the two schemas. */
    Schema owned(Schema found) {
        Schema both = before.withTables(union(union(before.tables(), after.tables()), unattached()))
                .withEnums(union(before.enums(), after.enums()))
                .withSequences(union(before.sequences(), after.sequences()))
                .withViews(union(before.views(), after.views()))
                .withNamespaces(before.namespaces().stream().map(this::granted).toList());
        return OwnedObjects.of(found, both);
    }

    private Namespace granted(Namespace namespace) {
        List<Grant> more = KeyedLookup.find(after.namespaces(), namespace.name())
                .map(Namespace::grants)
                .orElse(List.of());
        return new Namespace(namespace.name(), union(namespace.grants(), more));
    }

    /** Returns the schema without members of tables that neither of the two schemas has. */
    Schema withoutForeign(Schema live) {
        return live.withTables(live.tables().stream().map(this::withoutForeign).toList());
    }

    private Table withoutForeign(Table table) {
        List<Table> forms = Stream.of(before, after)
                .flatMap(schema -> schema.table(table.name()).stream())
                .toList();
        // The index of a key is built before the key, and under its name.
        Set<String> keys = names(forms, Table::constraints);
        keys.addAll(names(forms, Table::indexes));
        return table.withMembers(
                        known(table.columns(), names(forms, Table::columns)),
                        known(table.constraints(), keys),
                        known(table.indexes(), keys),
                        known(table.policies(), names(forms, Table::policies)))
                .withGrants(known(table.grants(), names(forms, Table::grants)));
    }

    private static <T extends Keyed<String>> Set<String> names(List<Table> forms, Function<Table, List<T>> members) {
        Set<String> names = new HashSet<>();
        forms.forEach(form -> members.apply(form).forEach(member -> names.add(member.name())));
        return names;
    }

    private static <T extends Keyed<String>> List<T> known(List<T> members, Set<String> names) {
        return members.stream().filter(member -> names.contains(member.name())).toList();
    }

    /** Partitions of the schema after are tables of their own until they are attached. */
    private List<Table> unattached() {
        return after.tables().stream()
                .flatMap(table -> table.partitioning().stream()
                        .flatMap(how -> how.partitions().stream())
                        .map(partition -> table.name().withName(partition.name()))
                        .filter(name -> !isPartition(table.name(), name.name())))
                .map(name -> Table.of(name, List.of()))
                .toList();
    }

    private boolean isPartition(QualifiedName table, String name) {
        return before.table(table)
                .flatMap(Table::partitioning)
                .flatMap(how -> how.partition(name))
                .isPresent();
    }

    private static <K extends Comparable<? super K>, T extends Keyed<K>> List<T> union(List<T> old, List<T> fresh) {
        List<T> all = new ArrayList<>(old);
        Set<K> names = new HashSet<>();
        old.forEach(each -> names.add(each.name()));
        fresh.stream().filter(each -> names.add(each.name())).forEach(all::add);
        return all;
    }

    private static Set<String> union(Set<String> old, Set<String> fresh) {
        Set<String> all = new HashSet<>(old);
        all.addAll(fresh);
        return all;
    }
}
