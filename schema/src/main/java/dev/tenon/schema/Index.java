package dev.tenon.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An index that does not belong to a constraint.
 *
 * @param name the index's name
 * @param method the access method, for example {@code btree} or {@code hnsw}
 * @param unique whether keys are unique
 * @param nullsNotDistinct whether two nulls are equal in a unique index
 * @param keys the keys, in index order
 * @param include the {@code INCLUDE} columns
 * @param where the predicate of a partial index
 * @param with the storage parameters, sorted by name
 * @param valid whether its build finished; false only in a live database
 * @param comment the comment on the index
 */
public record Index(
        String name,
        String method,
        boolean unique,
        boolean nullsNotDistinct,
        List<IndexKey> keys,
        List<String> include,
        Optional<String> where,
        Map<String, String> with,
        boolean valid,
        Optional<String> comment)
        implements Keyed<String> {

    public Index {
        Normalization.text("an index's name", name);
        Normalization.text("an index's method", method);
        keys = Normalization.nonEmpty("an index's keys", keys);
        include = List.copyOf(include);
        Objects.requireNonNull(where, "where");
        with = Normalization.sorted(with);
        Objects.requireNonNull(comment, "comment");
    }

    /** A plain index. */
    public static Index of(String name, String method, List<IndexKey> keys) {
        return new Index(
                name, method, false, false, keys, List.of(), Optional.empty(), Map.of(), true, Optional.empty());
    }

    public Index withName(String other) {
        return new Index(other, method, unique, nullsNotDistinct, keys, include, where, with, valid, comment);
    }

    public Index withMethod(String other) {
        return new Index(name, other, unique, nullsNotDistinct, keys, include, where, with, valid, comment);
    }

    public Index withUnique(boolean other) {
        return new Index(name, method, other, nullsNotDistinct, keys, include, where, with, valid, comment);
    }

    public Index withNullsNotDistinct(boolean other) {
        return new Index(name, method, unique, other, keys, include, where, with, valid, comment);
    }

    public Index withKeys(List<IndexKey> others) {
        return new Index(name, method, unique, nullsNotDistinct, others, include, where, with, valid, comment);
    }

    public Index withInclude(List<String> others) {
        return new Index(name, method, unique, nullsNotDistinct, keys, others, where, with, valid, comment);
    }

    public Index withWhere(Optional<String> other) {
        return new Index(name, method, unique, nullsNotDistinct, keys, include, other, with, valid, comment);
    }

    public Index withParameters(Map<String, String> others) {
        return new Index(name, method, unique, nullsNotDistinct, keys, include, where, others, valid, comment);
    }

    public Index withValid(boolean other) {
        return new Index(name, method, unique, nullsNotDistinct, keys, include, where, with, other, comment);
    }

    public Index withComment(Optional<String> other) {
        return new Index(name, method, unique, nullsNotDistinct, keys, include, where, with, valid, other);
    }
}
