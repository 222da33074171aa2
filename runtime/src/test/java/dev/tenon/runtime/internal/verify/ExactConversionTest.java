package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.plan.type.TypeConversion;
import dev.tenon.schema.internal.sql.TypeSql;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A conversion that needs no expression accepts every value on a real server, and keeps it in every session. */
class ExactConversionTest {

    private static final String SPECIAL = "it''s \u00e9";

    /** Types with values, of which some are at the limits. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("smallint", List.of("-32768", "32767")),
            Map.entry("integer", List.of("-2147483648", "2147483647")),
            Map.entry("bigint", List.of("-9223372036854775808", "9223372036854775807")),
            Map.entry("numeric", List.of("0.10", "1e30", "NaN")),
            Map.entry("numeric(5,0)", List.of("-32768", "99999")),
            Map.entry("numeric(6,2)", List.of("-9999.99", "0.10")),
            Map.entry("numeric(8,3)", List.of("99999.999")),
            Map.entry("numeric(10,0)", List.of("-9999999999")),
            Map.entry("numeric(19,0)", List.of("-9999999999999999999")),
            Map.entry("real", List.of("3.4e38", "0.1")),
            Map.entry("double precision", List.of("1.7e308", "0.1")),
            Map.entry("boolean", List.of("true", "false")),
            Map.entry("uuid", List.of("00000000-0000-0000-0000-00000000000a")),
            Map.entry("json", List.of("{\"a\":  1, \"a\": 2}", "\"\\u0000\"")),
            Map.entry("jsonb", List.of("{\"a\": [1, null, \"x\"]}")),
            Map.entry("date", List.of("2024-02-03", "infinity")),
            Map.entry("timestamp", List.of("2024-02-03 04:05:06.789")),
            Map.entry("timestamptz", List.of("2024-02-03 04:05:06.789+00")),
            Map.entry("inet", List.of("10.0.0.1", "::1/64")),
            Map.entry("cidr", List.of("10.0.0.0/8")),
            Map.entry("macaddr", List.of("08:00:2b:01:02:03")),
            Map.entry("macaddr8", List.of("08:00:2b:01:02:03:04:05")),
            Map.entry("name", List.of(SPECIAL)),
            Map.entry("varchar(40)", List.of(SPECIAL + "  ")),
            Map.entry("text", List.of(SPECIAL + "  ", "")),
            Map.entry("char(6)", List.of("ab")),
            Map.entry("varchar", List.of("x")),
            Map.entry("varchar(5)", List.of("x")),
            Map.entry("varchar(11)", List.of("x")),
            Map.entry("varchar(36)", List.of("x")),
            Map.entry("smallint[]", List.of("{-32768,null,32767}")),
            Map.entry("integer[]", List.of("{2147483647}")),
            Map.entry("bigint[]", List.of("{9223372036854775807}")));

    @Test
    void everyValueIsKept() throws SQLException {
        List<String> kept = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        try (Scratch scratch = Scratch.create(15)) {
            scratch.executeAsIs("""
                    CREATE FUNCTION convert(before text, after text, value text) RETURNS text LANGUAGE plpgsql AS $do$
                    DECLARE same boolean; one text; other text;
                    BEGIN
                        DROP TABLE IF EXISTS changing;
                        EXECUTE format('CREATE TABLE changing AS SELECT %L::%s AS a, %L::%2$s AS b', value, before, value);
                        EXECUTE 'SET LOCAL DateStyle = German; SET LOCAL extra_float_digits = 0';
                        EXECUTE 'SELECT CAST(a AS ' || after || ')::text FROM changing' INTO one;
                        EXECUTE 'SET LOCAL DateStyle = ISO; SET LOCAL extra_float_digits = 1';
                        EXECUTE 'SELECT CAST(a AS ' || after || ')::text FROM changing' INTO other;
                        EXECUTE 'ALTER TABLE changing ALTER a TYPE ' || after;
                        EXECUTE 'SELECT CAST(a AS ' || before || ')::text = b::text FROM changing' INTO same;
                        RETURN CASE WHEN same AND (one = other OR after !~ '^(text|varchar)') THEN 'kept' ELSE one || ' / ' || other END;
                    EXCEPTION WHEN OTHERS THEN
                        RETURN SQLERRM;
                    END $do$""");
            for (String before : VALUES.keySet()) {
                for (String after : VALUES.keySet()) {
                    Column from = Column.of("a", ColumnType.parse(before));
                    Column to = Column.of("a", ColumnType.parse(after));
                    if (!before.equals(after) && !TypeConversion.mayLose(from, to, Schema.EMPTY)) {
                        for (String value : VALUES.getOrDefault(before, List.of())) {
                            String answer = scratch.text("SELECT convert('" + TypeSql.name(from.type()) + "', '"
                                    + TypeSql.name(to.type()) + "', "
                                    + Literal.text(value).strip() + ")");
                            ("kept".equals(answer) ? kept : lost).add(before + " -> " + after + ": " + answer);
                        }
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(kept)
                .hasSizeGreaterThan(90)
                .contains("integer -> text: kept", "integer -> numeric(10,0): kept", "jsonb -> json: kept")
                .doesNotContain("json -> jsonb: kept", "timestamptz -> text: kept", "bigint -> numeric(10,0): kept");
    }
}
