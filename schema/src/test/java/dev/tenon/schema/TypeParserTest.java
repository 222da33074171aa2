package dev.tenon.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All of PostgreSQL's spellings of a type yield one text form. */
class TypeParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uuid | uuid",
                "int8 | bigint",
                "INTEGER | integer",
                "double precision | double precision",
                "character varying(200) | varchar(200)",
                "numeric(10, 2) | numeric(10,2)",
                "timestamp(3) with time zone | timestamptz(3)",
                "timestamp  with time zone | timestamptz",
                "timestamp(3) with time zone[] | timestamptz(3)[]",
                "interval day to second(3) | interval day to second(3)",
                "char | char(1)",
                "bpchar | bpchar",
                "bpchar(7) | char(7)",
                "text[3][] | text[]",
                "public.halfvec(1536) | public.halfvec(1536)",
                "pg_catalog.int4 | integer",
                "\"Odd.Name\".\"Mo(o)d\"[] | \"Odd.Name\".\"Mo(o)d\"[]",
            })
    void anySpellingBecomesOne(String spelled, String canonical) {
        assertThat(ColumnType.parse(spelled)).hasToString(canonical);
    }

    @Test
    void aQuotedNameIsOneOfAUser() {
        assertThat(ColumnType.parse("app.\"Mood\""))
                .isEqualTo(new ColumnType.UserDefined(new QualifiedName("app", "Mood"), List.of()));
    }
}
