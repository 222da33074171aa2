package dev.tenon.schema.internal.sql.parse;

import java.util.Set;

/** The names of PostgreSQL's aggregate functions. */
public final class AggregateNames {

    private static final Set<String> BUILT_IN = Set.of(
            "any_value",
            "avg",
            "bit_and",
            "bit_or",
            "bit_xor",
            "bool_and",
            "bool_or",
            "corr",
            "count",
            "covar_pop",
            "covar_samp",
            "cume_dist",
            "dense_rank",
            "every",
            "grouping",
            "json_arrayagg",
            "json_objectagg",
            "max",
            "min",
            "mode",
            "percent_rank",
            "percentile_cont",
            "percentile_disc",
            "rank",
            "stddev",
            "stddev_pop",
            "stddev_samp",
            "sum",
            "var_pop",
            "var_samp",
            "variance");

    private AggregateNames() {}

    /** Whether a function of the name is an aggregate of PostgreSQL, or named like those that extensions have. */
    public static boolean contains(String name) {
        return BUILT_IN.contains(name)
                || name.endsWith("_agg")
                || name.contains("_agg_")
                || name.startsWith("regr_")
                || name.equals("xmlagg");
    }
}
