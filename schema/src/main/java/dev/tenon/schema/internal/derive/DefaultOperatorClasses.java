package dev.tenon.schema.internal.derive;

import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The default operator classes of index keys. The model omits them, as the catalogs do, so that an index that names a
 * default class equals one that does not.
 */
public final class DefaultOperatorClasses {

    private static final Map<String, Set<String>> NAMES = Map.of(
            "btree",
            classes("""
                    array bit bool bpchar bytea char date enum float4 float8 inet int2 int4 int8 interval jsonb
                    macaddr8 macaddr money multirange name numeric oid oidvector pg_lsn range record text tid time
                    timestamp timestamptz timetz tsquery tsvector uuid varbit xid8"""),
            "hash",
            classes("""
                    aclitem array bool bpchar bytea char cid date enum float4 float8 inet int2 int4 int8 interval
                    jsonb macaddr8 macaddr multirange name numeric oid oidvector pg_lsn range record text tid time
                    timestamp timestamptz timetz uuid xid8 xid"""),
            "gin",
            classes("array jsonb tsvector"),
            "gist",
            classes("box circle multirange point poly range tsquery tsvector"),
            "spgist",
            classes("box inet poly quad_point range text"),
            "brin",
            classes("""
                    bit_minmax box_inclusion bpchar_minmax bytea_minmax char_minmax date_minmax float4_minmax
                    float8_minmax inet_inclusion int2_minmax int4_minmax int8_minmax interval_minmax macaddr8_minmax
                    macaddr_minmax name_minmax numeric_minmax oid_minmax pg_lsn_minmax range_inclusion text_minmax
                    tid_minmax time_minmax timestamp_minmax timestamptz_minmax timetz_minmax uuid_minmax
                    varbit_minmax"""),
            "ivfflat",
            classes("vector_l2"));

    private DefaultOperatorClasses() {}

    /** Whether keys of that access method have the operator class where their type is its type. */
    public static boolean contains(String method, QualifiedName operatorClass) {
        return NAMES.getOrDefault(method, Set.of()).contains(operatorClass.name());
    }

    /** The key without the operator class, where it has that anyway. */
    public static IndexKey leaveOut(String method, IndexKey key) {
        return key.operatorClass().filter(name -> contains(method, name)).isPresent()
                ? new IndexKey(key.target(), Optional.empty(), key.collation(), key.order())
                : key;
    }

    private static Set<String> classes(String names) {
        return Arrays.stream(names.split("\\s+", -1))
                .map(name -> name + "_ops")
                .collect(Collectors.toUnmodifiableSet());
    }
}
