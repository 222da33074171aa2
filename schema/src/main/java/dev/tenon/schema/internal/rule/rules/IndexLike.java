package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index or an exclusion constraint: both have an access method and keys.
 *
 * @param at the index or constraint
 * @param method the access method
 * @param keys the keys
 * @param where the predicate
 */
record IndexLike(ObjectPath at, String method, List<IndexKey> keys, Optional<String> where) {

    /** The indexes and exclusion constraints of a table. */
    static List<IndexLike> of(Table table) {
        List<IndexLike> found = new ArrayList<>();
        for (Index index : table.indexes()) {
            ObjectPath path = ObjectPath.index(table.name(), index.name());
            found.add(new IndexLike(path, index.method(), index.keys(), index.where()));
        }
        table.constraints(Constraint.Exclusion.class)
                .forEach(exclusion -> found.add(new IndexLike(
                        ObjectPath.constraint(table.name(), exclusion.name()),
                        exclusion.method(),
                        exclusion.elements().stream().map(ExclusionElement::key).toList(),
                        exclusion.where())));
        return found;
    }
}
