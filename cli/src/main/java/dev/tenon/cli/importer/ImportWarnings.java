package dev.tenon.cli.importer;

import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SqlObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects one sentence for each object or attribute that no annotation supports, so that none is lost silently. */
final class ImportWarnings {

    private final Set<String> sentences = new TreeSet<>();

    /** All sentences, sorted. */
    List<String> all() {
        return List.copyOf(sentences);
    }

    void unmodelled(Unmodelled attribute) {
        sentences.add(attribute.at() + ": " + (attribute.wholeObject() ? "" : attribute.attribute() + " ")
                + attribute.found());
    }

    void noEntities() {
        sentences.add("there are no tables and no views; the processor reads only packages that contain an entity");
    }

    void history(QualifiedName table) {
        sentences.add(ObjectPath.table(table) + " is the history table of another migration tool");
    }

    void reference(ObjectPath constraint, QualifiedName target) {
        sentences.add(constraint + " refers to " + target.display() + ", which is not imported as an entity");
    }

    void reader(ObjectPath reader, QualifiedName relation) {
        sentences.add(reader + " reads " + relation.display() + ", which is not imported");
    }

    void alteration(SqlObject object) {
        sentences.add(ObjectPath.object(object.name()) + " belongs to an object that is not imported as an entity: "
                + object.create());
    }

    void owner(Sequence sequence, Sequence.Owner owner) {
        sentences.add(ObjectPath.sequence(sequence.name()) + " belongs to column " + owner.column() + " of "
                + owner.table().display() + ", which is not imported as an entity");
    }

    void label(EnumType type, String label) {
        sentences.add(ObjectPath.enumType(type.name()) + " is imported without its blank label '" + label + "'");
    }

    static String expression(IndexKey key) {
        return ((IndexKey.OfExpression) key.target()).sql();
    }
}
