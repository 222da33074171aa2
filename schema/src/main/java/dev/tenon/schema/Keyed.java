package dev.tenon.schema;

/**
 * An element that is unique among its siblings by a key, by which the keyed diff pairs elements.
 *
 * @param <K> the type of the key, a plain or a qualified name
 */
public interface Keyed<K extends Comparable<? super K>> {

    /** The key, as PostgreSQL stores it. */
    K name();
}
