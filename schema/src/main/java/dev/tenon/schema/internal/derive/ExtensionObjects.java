package dev.tenon.schema.internal.derive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Maps types and operator classes, by their plain names, to the widely used extensions that contain them. */
public final class ExtensionObjects {

    /** The extension of pgvector. */
    public static final String VECTOR = "vector";

    private static final Map<String, String> TYPES = byName(Map.of(
            VECTOR,
            "vector halfvec sparsevec",
            "citext",
            "citext",
            "hstore",
            "hstore",
            "ltree",
            "ltree lquery ltxtquery",
            "cube",
            "cube",
            "isn",
            "ean13 isbn13 ismn13 issn13 isbn ismn issn upc",
            "seg",
            "seg",
            "intarray",
            "query_int",
            "postgis",
            "geometry geography box2d box3d"));

    private static final Map<String, String> OPERATOR_CLASSES = byName(Map.of(
            VECTOR,
            "vector_ops halfvec_ops sparsevec_ops " + String.join(" ", AccessMethods.vectorClasses()),
            "pg_trgm",
            "gin_trgm_ops gist_trgm_ops",
            "citext",
            "citext_ops citext_pattern_ops",
            "hstore",
            "btree_hstore_ops hash_hstore_ops gist_hstore_ops gin_hstore_ops",
            "ltree",
            "ltree_ops hash_ltree_ops gist_ltree_ops gist__ltree_ops",
            "cube",
            "cube_ops gist_cube_ops",
            "seg",
            "seg_ops gist_seg_ops",
            "intarray",
            "gist__int_ops gist__intbig_ops gin__int_ops",
            "postgis",
            "btree_geometry_ops hash_geometry_ops gist_geometry_ops_2d gist_geometry_ops_nd"
                    + " spgist_geometry_ops_2d brin_geometry_inclusion_ops_2d gist_geography_ops"));

    private ExtensionObjects() {}

    /** The known extension that contains the type. */
    public static Optional<String> ofType(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** The known types of the extension. */
    public static Set<String> types(String extension) {
        return TYPES.entrySet().stream()
                .filter(type -> type.getValue().equals(extension))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The known extension that contains the operator class. */
    public static Optional<String> ofOperatorClass(String name) {
        return Optional.ofNullable(OPERATOR_CLASSES.get(name));
    }

    private static Map<String, String> byName(Map<String, String> namesByExtension) {
        Map<String, String> extensions = new HashMap<>();
        namesByExtension.forEach((extension, names) -> {
            for (String name : names.split(" ", -1)) {
                extensions.put(name, extension);
            }
        });
        return Map.copyOf(extensions);
    }
}
