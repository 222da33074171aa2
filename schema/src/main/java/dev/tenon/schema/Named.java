package dev.tenon.schema;

/**
 * Something that its owner knows by a key, unique among its siblings: what the keyed diff pairs by.
 *
 * @param <K> the type of the key, a plain or a qualified name
 */
public interface Named<K extends Comparable<? super K>> {

    /** The key, as PostgreSQL stores it. */
    K name();
}
