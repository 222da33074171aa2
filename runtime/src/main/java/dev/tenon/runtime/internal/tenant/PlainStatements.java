package dev.tenon.runtime.internal.tenant;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes statements that leave nothing in their session: one query or change of rows that calls only built-in functions
 * known to be harmless. Everything that is not understood is not plain.
 */
final class PlainStatements {

    private static final Pattern BEGINNING =
            Pattern.compile("\\s*(?:select|insert|update|delete|merge|with|values)\\b.*", flags());

    /** Comments, other quotes than of literals and identifiers, several statements, JDBC's escapes. */
    private static final Pattern UNCLEAR = Pattern.compile("--|/\\*|\\$|\\\\|;|\\{|[^\\x00-\\x7f]");

    private static final Pattern TEMPORARY = Pattern.compile("\\b(?:temp|temporary|pg_temp\\w*)\\b", flags());

    private static final Pattern TARGET = Pattern.compile("\\binto\\s+[\\w.]+\\s*\\(", flags());

    private static final Pattern CALL = Pattern.compile("([\\w\"]+)\\s*\\(");

    private static final Pattern SEQUENCES = Pattern.compile("\\b(?:insert|merge|update)\\b", flags());

    /** Words before a parenthesis: of the syntax, types, and functions. */
    private static final Set<String> HARMLESS =
            Set.of(("in exists any all some and or not as over filter using on values row"
                            + " array from where when then else by"
                            + " varchar char character numeric decimal timestamp timestamptz time interval bit vector halfvec"
                            + " abs array_agg array_length avg bool_and bool_or cardinality cast ceil ceiling char_length coalesce"
                            + " concat concat_ws count cume_dist date_part date_trunc dense_rank every extract first_value floor"
                            + " gen_random_uuid generate_series greatest json_agg json_build_object jsonb_agg jsonb_build_object lag"
                            + " last_value lead least left length lower ltrim max min mod now ntile nullif octet_length percent_rank"
                            + " plainto_tsquery position power rank regexp_replace replace right round row_number rtrim sqrt"
                            + " string_agg substr substring sum to_char to_date to_number to_timestamp to_tsquery to_tsvector trim"
                            + " trunc ts_headline ts_rank ts_rank_cd unnest upper websearch_to_tsquery")
                    .split(" "));

    /** What a statement may leave in its session. */
    enum Leaving {
        /** Nothing. */
        NOTHING,
        /** Numbers of sequences, which {@code lastval()} returns. */
        NUMBERS,
        /** Anything. */
        ANYTHING
    }

    private PlainStatements() {}

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }

    /** Returns what the statement may leave in its session, if no routine of the database leaves more. */
    static Leaving leaving(String sql) {
        if (!isPlain(sql)) {
            return Leaving.ANYTHING;
        }
        return SEQUENCES.matcher(sql).find() ? Leaving.NUMBERS : Leaving.NOTHING;
    }

    private static boolean isPlain(String sql) {
        if (!BEGINNING.matcher(sql).matches()
                || UNCLEAR.matcher(sql).find()
                || TEMPORARY.matcher(sql).find()) {
            return false;
        }
        Matcher call = CALL.matcher(TARGET.matcher(sql).replaceAll("into x, ("));
        while (call.find()) {
            if (!HARMLESS.contains(call.group(1).toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
