package dev.tenon.processor.internal.read.jpa;

import dev.tenon.processor.internal.read.jpa.attribute.EntityReference;
import dev.tenon.processor.internal.read.jpa.attribute.MappedColumn;
import dev.tenon.processor.internal.read.jpa.attribute.PluralAttribute;
import dev.tenon.processor.internal.read.structure.EmbeddedProperty;
import dev.tenon.processor.internal.read.structure.Property;
import dev.tenon.processor.internal.report.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
     * @param site the place of the declaration
     */
    record Condition(Optional<String> name, List<String> columns, String expression, SourceLocation site) {}

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

    void add(PluralAttribute plural) {
        plurals.add(plural);
    }

    void add(Condition condition) {
        conditions.add(condition);
    }

    void unique(List<String> names, SourceLocation site) {
        uniques.add(new Key(names, site));
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

    List<Condition> conditions() {
        return conditions;
    }

    List<PluralAttribute> plurals() {
        return plurals;
    }
}
