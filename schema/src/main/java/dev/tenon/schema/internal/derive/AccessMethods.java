package dev.tenon.schema.internal.derive;

import static dev.tenon.schema.internal.derive.AccessMethod.Capability.EXCLUSION;
import static dev.tenon.schema.internal.derive.AccessMethod.Capability.INCLUDE;
import static dev.tenon.schema.internal.derive.AccessMethod.Capability.SEVERAL_KEYS;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.derive.AccessMethod.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The known access methods of indexes, one row each.
 *
 * @see <a href="https://www.postgresql.org/docs/current/indexes-types.html">Index Types</a>
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-STORAGE-PARAMETERS">their storage parameters</a>
 * @see <a href="https://github.com/pgvector/pgvector#indexing">those of pgvector</a>
 */
public final class AccessMethods {

    private static final String UNORDERED = "json xml point box line lseg path polygon circle jsonpath";
    private static final ParameterRange FILL = ParameterRange.number(10, 100);

    private static final Map<String, AccessMethod> ROWS = byName(
            new AccessMethod(
                    "btree",
                    Optional.empty(),
                    Set.of(Capability.values()),
                    classes("""
                            array bit bool bpchar bytea char date enum float4 float8 inet int2 int4 int8 interval jsonb
                            macaddr8 macaddr money multirange name numeric oid oidvector pg_lsn range record text tid time
                            timestamp timestamptz timetz tsquery tsvector uuid varbit xid8"""),
                    except(UNORDERED),
                    Optional.empty(),
                    Map.of("fillfactor", FILL, "deduplicate_items", ParameterRange.FLAG),
                    Map.of()),
            new AccessMethod(
                    "hash",
                    Optional.empty(),
                    Set.of(EXCLUSION),
                    classes("""
                            aclitem array bool bpchar bytea char cid date enum float4 float8 inet int2 int4 int8 interval
                            jsonb macaddr8 macaddr multirange name numeric oid oidvector pg_lsn range record text tid time
                            timestamp timestamptz timetz uuid xid8 xid"""),
                    except(UNORDERED),
                    Optional.empty(),
                    Map.of("fillfactor", FILL),
                    Map.of()),
            new AccessMethod(
                    "gist",
                    Optional.empty(),
                    Set.of(EXCLUSION, INCLUDE, SEVERAL_KEYS),
                    classes("box circle multirange point poly range tsquery tsvector"),
                    only("""
                            point box polygon circle tsvector tsquery int4range int8range numrange tsrange tstzrange
                            daterange int4multirange int8multirange nummultirange tsmultirange tstzmultirange
                            datemultirange""").and(type -> !(type instanceof ColumnType.Array)),
                    Optional.of("btree_gist"),
                    Map.of("fillfactor", FILL, "buffering", ParameterRange.named("on", "off", "auto")),
                    Map.of()),
            new AccessMethod(
                    "spgist",
                    Optional.empty(),
                    Set.of(EXCLUSION, INCLUDE),
                    classes("box inet poly quad_point range text"),
                    type -> true,
                    Optional.empty(),
                    Map.of("fillfactor", FILL),
                    Map.of()),
            new AccessMethod(
                    "gin",
                    Optional.empty(),
                    Set.of(SEVERAL_KEYS),
                    classes("array jsonb tsvector"),
                    only("jsonb tsvector"),
                    Optional.of("btree_gin"),
                    Map.of(
                            "fastupdate",
                            ParameterRange.FLAG,
                            "gin_pending_list_limit",
                            ParameterRange.number(64, Integer.MAX_VALUE)),
                    Map.of()),
            new AccessMethod(
                    "brin",
                    Optional.empty(),
                    Set.of(SEVERAL_KEYS),
                    classes("""
                            bit_minmax box_inclusion bpchar_minmax bytea_minmax char_minmax date_minmax float4_minmax
                            float8_minmax inet_inclusion int2_minmax int4_minmax int8_minmax interval_minmax
                            macaddr8_minmax macaddr_minmax name_minmax numeric_minmax oid_minmax pg_lsn_minmax
                            range_inclusion text_minmax tid_minmax time_minmax timestamp_minmax timestamptz_minmax
                            timetz_minmax uuid_minmax varbit_minmax"""),
                    type -> true,
                    Optional.empty(),
                    Map.of("pages_per_range", ParameterRange.number(1, 131_072), "autosummarize", ParameterRange.FLAG),
                    Map.of()),
            new AccessMethod(
                    "hnsw",
                    Optional.of(ExtensionObjects.VECTOR),
                    Set.of(),
                    Set.of(),
                    type -> true,
                    Optional.empty(),
                    Map.of("m", ParameterRange.number(2, 100), "ef_construction", ParameterRange.number(4, 1000)),
                    Map.of(
                            "vector", words("l2 ip cosine l1"),
                            "halfvec", words("l2 ip cosine l1"),
                            "sparsevec", words("l2 ip cosine l1"),
                            "bit", words("hamming jaccard"))),
            new AccessMethod(
                    "ivfflat",
                    Optional.of(ExtensionObjects.VECTOR),
                    Set.of(),
                    classes("vector_l2"),
                    type -> true,
                    Optional.empty(),
                    Map.of("lists", ParameterRange.number(1, 32_768)),
                    Map.of(
                            "vector", words("l2 ip cosine"),
                            "halfvec", words("l2 ip cosine"),
                            "bit", words("hamming"))),
            unchecked("bloom", Optional.of("bloom")));

    private AccessMethods() {}

    /** The method of this name; an unknown one is treated as supporting everything, so that rules reject nothing. */
    public static AccessMethod named(String name) {
        AccessMethod known = ROWS.get(name);
        return known == null ? unchecked(name, Optional.empty()) : known;
    }

    /** The operator classes of all vector types. */
    static Set<String> vectorClasses() {
        return ROWS.values().stream()
                .flatMap(method -> method.metrics().keySet().stream().map(method::vectorClasses))
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static AccessMethod unchecked(String name, Optional<String> extension) {
        return new AccessMethod(
                name,
                extension,
                Set.of(Capability.values()),
                Set.of(),
                type -> true,
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    private static Map<String, AccessMethod> byName(AccessMethod... methods) {
        return Arrays.stream(methods).collect(Collectors.toUnmodifiableMap(AccessMethod::name, Function.identity()));
    }

    private static Set<String> classes(String names) {
        return words(names).stream().map(name -> name + "_ops").collect(Collectors.toUnmodifiableSet());
    }

    private static Predicate<ColumnType> except(String names) {
        Set<String> types = words(names);
        return type -> !(type instanceof ColumnType.Builtin builtin && types.contains(builtin.name()));
    }

    private static Predicate<ColumnType> only(String names) {
        Set<String> types = words(names);
        return type -> !(type instanceof ColumnType.Builtin builtin) || types.contains(builtin.name());
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+", -1));
    }
}
