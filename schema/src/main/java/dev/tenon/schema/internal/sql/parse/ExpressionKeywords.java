package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.Set;

/** The words that PostgreSQL's grammar uses in expressions, or that mean something else than a column of the model. */
final class ExpressionKeywords {

    /**
     * The key words of category {@code U} that are part of the syntax of an expression. At the position of an operand
     * all of them are columns, too, but a column of such a name is looked for in vain only by mistake.
     */
    private static final Set<String> SYNTAX = Set.of("""
            absent at by conditional content day document double empty error escape exclude filter first following
            format groups hour indent keep key keys last local minute month nested nfc nfd nfkc nfkd no normalized
            nulls object of omit operator ordinality others over partition passing path preceding quotes range
            recursive ref rows scalar second standalone string strip ties uescape unbounded unconditional unknown value
            varying version whitespace within without wrapper xml year yes zone""".strip().split("\\s+"));

    /** The columns that every row has. */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "ctid", "xmin", "xmax", "cmin", "cmax");

    /** The functions that take any row, so that {@code plan.to_json} calls them. */
    private static final Set<String> OF_ANY_ROW = Set.of("""
            any_value array_agg concat count first_value hash_record hstore json_agg json_agg_strict json_build_array
            json_build_object jsonb_agg jsonb_agg_strict jsonb_build_array jsonb_build_object lag last_value lead mode
            num_nonnulls num_nulls pg_collation_for pg_column_compression pg_column_size pg_column_toast_chunk_id
            pg_typeof quote_literal quote_nullable record_out record_send row_to_json to_json to_jsonb""".strip().split("\\s+"));

    private ExpressionKeywords() {}

    /** Whether the unquoted name, in lower case, can only be a column or a row where an operand is expected. */
    static boolean namesOperand(String name) {
        // Other than here, PostgreSQL does not fold letters outside ASCII, and shortens long names.
        boolean plain = name.chars().allMatch(c -> c < 0x80) && name.length() <= Identifier.MAX_BYTES;
        return plain && !Identifier.isKeyword(name) && !SYNTAX.contains(name) && !SYSTEM_COLUMNS.contains(name);
    }

    /** Whether the name after the dot, in lower case, can only be a column, unless there is a function of that name. */
    static boolean namesColumn(String name) {
        boolean plain = name.chars().allMatch(c -> c < 0x80) && name.length() <= Identifier.MAX_BYTES;
        return plain && !SYSTEM_COLUMNS.contains(name) && !OF_ANY_ROW.contains(name) && !name.startsWith("st_");
    }
}
