package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the leftovers of a database, so that nothing is lost silently. */
final class LeftoverCollector {

    private final Map<List<String>, Leftover> leftovers =
            new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));

    /** All leftovers, sorted. */
    List<Leftover> all() {
        return leftovers.values().stream().sorted().toList();
    }

    void addAll(Collection<Leftover> more) {
        more.forEach(this::add);
    }

    /** Adds a leftover; several of one kind on one object become one. */
    private void add(Leftover leftover) {
        leftovers.merge(
                List.of(leftover.kind(), leftover.identity()),
                leftover,
                (one, other) -> one.equals(other)
                        ? one
                        : new Leftover(
                                one.kind(),
                                one.identity(),
                                one.description() + "; " + other.description(),
                                one.definition() + ";\n" + other.definition()));
    }

    private void add(String kind, ObjectPath at, String description, String definition) {
        add(new Leftover(kind, at.kind().text() + " " + name(at), description, definition));
    }

    /** The name with its schema; a partition has one of its own. */
    private static String name(ObjectPath at) {
        if (at.kind() == ObjectPath.Kind.PARTITION) {
            return at.owner().withName(at.member()).toString();
        }
        return at.member().isEmpty() ? at.owner().toString() : at.owner() + "." + at.member();
    }

    void unmodelled(Unmodelled attribute) {
        if (attribute.wholeObject()) {
            // The path names a partition in another schema in full.
            add(new Leftover(
                    attribute.at().kind().text(),
                    attribute.at().kind().text() + " " + attribute.at().member(),
                    attribute.at() + ": " + attribute.found(),
                    attribute.found()));
            return;
        }
        add(
                attribute.attribute(),
                attribute.at(),
                attribute.at() + ": " + attribute.attribute() + " " + attribute.found(),
                attribute.found());
    }

    void unwritable(ObjectPath at, String why, String definition) {
        add("unwritable", at, at + " " + why, definition);
    }

    void history(QualifiedName table) {
        ObjectPath at = ObjectPath.table(table);
        add("history", at, at + " is the history table of another migration tool", table.toString());
    }

    void reference(QualifiedName table, Constraint.ForeignKey key) {
        ObjectPath at = ObjectPath.constraint(table, key.name());
        add(
                "foreign key",
                at,
                at + " refers to " + key.target().display() + ", which is not imported as an entity",
                key.toString());
    }

    void reader(ObjectPath reader, String definition, QualifiedName relation) {
        add(
                reader.kind().text(),
                reader,
                reader + " reads " + relation.display() + ", which is not imported",
                definition);
    }

    void remote(View view) {
        ObjectPath at = ObjectPath.view(view.name());
        add(
                at.kind().text(),
                at,
                at + " has no data and reads a foreign table, so a new database would need the other server",
                view.sql());
    }

    void alteration(SqlObject object) {
        ObjectPath at = ObjectPath.object(object.name());
        add(
                "alteration",
                at,
                at + " belongs to an object that is not imported as an entity: " + object.create(),
                object.create());
    }

    void owner(Sequence sequence, Sequence.Owner owner) {
        ObjectPath at = ObjectPath.sequence(sequence.name());
        add(
                "owning column",
                at,
                at + " belongs to column " + owner.column() + " of "
                        + owner.table().display() + ", which is not imported as an entity",
                owner.table() + "." + owner.column());
    }

    void label(EnumType type, String label) {
        ObjectPath at = ObjectPath.label(type.name(), label);
        add(
                "label",
                at,
                ObjectPath.enumType(type.name()) + " is imported without its blank label '" + label + "'",
                String.join(", ", type.labels()));
    }
}
