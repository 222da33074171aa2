package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PluralAttribute;
import dev.tenon.processor.internal.read.structure.EmbeddedProperty;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.report.SourceLocation;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Collects the parts of a table that attributes contribute, in their order. */
final class TableContribution {

    private final List<MappedColumn> columns = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();
    private final List<EmbeddedProperty> embeddings = new ArrayList<>();
    private final List<EntityReference> links = new ArrayList<>();
    private final List<Key> uniques = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<PluralAttribute> plurals = new ArrayList<>();
    private final List<EntityReference> referred = new ArrayList<>();
    private final Map<QualifiedName, SecondaryTable> secondary = new LinkedHashMap<>();
    private final Map<String, String> collations = new LinkedHashMap<>();
    private Optional<Key> natural = Optional.empty();

    /**
     * A unique constraint.
     *
     * @param columns the columns
     * @param site the place of the declaration
     */
    record Key(List<String> columns, SourceLocation site) {}

    /**
     * A check constraint.
     *
     * @param name its declared name, if there is one
     * @param columns the columns in its derived name
     * @param expression the condition
     * @param of the attribute whose values it restricts; empty if the condition was declared
     * @param site the place of the declaration
     */
    record Condition(
            Optional<String> name,
            List<String> columns,
            String expression,
            Optional<Property> of,
            SourceLocation site) {

        Condition(Optional<String> name, List<String> columns, String expression, SourceLocation site) {
            this(name, columns, expression, Optional.empty(), site);
        }
    }

    void add(MappedColumn column) {
        columns.add(column);
    }

    void add(Property property) {
        properties.add(property);
    }

    void add(EmbeddedProperty embedding) {
        embeddings.add(embedding);
    }

    void add(EntityReference link) {
        links.add(link);
    }

    /** Adds columns of another table that need a unique constraint there, although no foreign key references them. */
    void refers(EntityReference link) {
        referred.add(link);
    }

    /** Adds another table for columns of the same attributes; the parts of the one that was added before, if any. */
    TableContribution in(SecondaryTable table) {
        return secondary.computeIfAbsent(table.name(), name -> table).parts();
    }

    void add(PluralAttribute plural) {
        plurals.add(plural);
    }

    void add(Condition condition) {
        conditions.add(condition);
    }

    /** Adds columns that are part of the natural key of the entity; together they are unique. */
    void natural(List<String> names, SourceLocation site) {
        List<String> all = new ArrayList<>(natural.map(Key::columns).orElse(List.of()));
        names.stream().filter(name -> !all.contains(name)).forEach(all::add);
        natural = Optional.of(new Key(all, site));
    }

    /** The natural key. */
    Optional<Key> natural() {
        return natural;
    }

    /** Sets the collation of a column. */
    void collate(String column, String collation) {
        collations.put(column, collation);
    }

    /** The collations by column. */
    Map<String, String> collations() {
        return collations;
    }

    void unique(List<String> names, SourceLocation site) {
        uniques.add(new Key(names, site));
    }

    /**
     * The parts that the table of a subclass has, too. Hibernate ORM declares uniqueness of several columns and actions
     * on delete only for the table of the class.
     */
    TableContribution inherited() {
        TableContribution parts = new TableContribution();
        parts.addAll(this);
        parts.natural = Optional.empty();
        parts.uniques.removeIf(key -> key.columns().size() > 1);
        parts.links.replaceAll(EntityReference::withoutAction);
        return parts;
    }

    /** Adds all parts of another fragment. */
    void addAll(TableContribution other) {
        columns.addAll(other.columns);
        properties.addAll(other.properties);
        embeddings.addAll(other.embeddings);
        links.addAll(other.links);
        uniques.addAll(other.uniques);
        conditions.addAll(other.conditions);
        plurals.addAll(other.plurals);
        referred.addAll(other.referred);
        collations.putAll(other.collations);
        other.natural.ifPresent(key -> natural(key.columns(), key.site()));
        other.secondary.forEach((name, table) -> {
            SecondaryTable before = secondary.putIfAbsent(name, table);
            if (before != null) {
                before.parts().addAll(table.parts());
            }
        });
    }

    /** Each column once: an attribute that writes it takes precedence over attributes that only read it. */
    List<MappedColumn> columns() {
        Map<String, MappedColumn> once = new LinkedHashMap<>();
        List<MappedColumn> clashes = new ArrayList<>();
        for (MappedColumn column : columns) {
            MappedColumn before = once.get(column.column());
            if (before == null || (before.readOnly() && !column.readOnly())) {
                once.put(column.column(), before != null && before.key() ? column.asKey() : column);
            } else if (!column.readOnly() && !mayShare(before, column)) {
                clashes.add(column);
            } else if (column.key() && !before.key()) {
                once.put(column.column(), before.asKey());
            }
        }
        return Stream.concat(once.values().stream(), clashes.stream()).toList();
    }

    /** Sibling classes in one table may each declare the column. */
    private static boolean mayShare(MappedColumn one, MappedColumn other) {
        Element first = one.property().element().getEnclosingElement();
        Element second = other.property().element().getEnclosingElement();
        return !Objects.equals(first, second)
                && one.basis().nullable()
                && one.basis().equals(other.basis())
                && one.property().path().equals(other.property().path());
    }

    List<MappedColumn> mapped() {
        return columns;
    }

    List<Property> properties() {
        return properties;
    }

    List<EmbeddedProperty> embeddings() {
        return embeddings;
    }

    List<EntityReference> links() {
        return links;
    }

    List<Key> uniques() {
        return uniques;
    }

    /** Whether attributes read the column, and none writes it. */
    boolean isOnlyRead(String name) {
        List<MappedColumn> readers =
                columns.stream().filter(each -> each.column().equals(name)).toList();
        return !readers.isEmpty() && readers.stream().allMatch(MappedColumn::readOnly);
    }

    /** Drops the conditions of attributes that read a column which is none of theirs. */
    void leave(String name) {
        conditions.removeIf(condition ->
                condition.of().filter(of -> of.column().equals(name)).isPresent());
    }

    /** The conditions; an attribute that only reads a column does not restrict its values. */
    List<Condition> conditions() {
        Map<String, Property> writers = new LinkedHashMap<>();
        columns().forEach(column -> writers.putIfAbsent(column.column(), column.property()));
        Set<Property> readers = columns.stream()
                .filter(MappedColumn::readOnly)
                .map(MappedColumn::property)
                .filter(property -> !property.equals(writers.get(property.column())))
                .collect(Collectors.toSet());
        return conditions.stream()
                .filter(condition -> condition.of().filter(readers::contains).isEmpty())
                .toList();
    }

    List<EntityReference> referred() {
        return referred;
    }

    Collection<SecondaryTable> secondary() {
        return secondary.values();
    }

    List<PluralAttribute> plurals() {
        return plurals;
    }
}
