package dev.tenon.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All of PostgreSQL's spellings of a type yield equal values. */
class ColumnTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uuid | uuid",
                "int8 | bigint",
                "INTEGER | integer",
                "double precision | double precision",
                "character varying(20) | varchar(20)",
                "numeric(10, 2) | numeric(10,2)",
                "timestamp(3) with time zone | timestamptz(3)",
                "timestamp with time zone | timestamptz",
                "timestamp without time zone[] | timestamp[]",
                "time(0) without time zone | time(0)",
                "char | char(1)",
                "bpchar | bpchar",
                "pg_catalog.text | text",
                "interval day to second(3) | interval day to second(3)",
                "public.halfvec(1536) | public.halfvec(1536)",
                "public.vector(3)[] | public.vector(3)[]",
                "\"odd.schema\".\"a (b)\"[] | \"odd.schema\".\"a (b)\"[]"
            })
    void everySpellingOfATypeIsOneType(String spelled, String canonical) {
        assertThat(ColumnType.parse(spelled)).hasToString(canonical);
        assertThat(ColumnType.parse(ColumnType.parse(spelled).toString())).isEqualTo(ColumnType.parse(spelled));
    }
}
