package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.internal.plan.type.TypeConversion;
import dev.tenon.schema.internal.sql.TypeSql;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A type change that counts as a change of the catalogs only keeps the table's file on a real server; every other type
 * change writes a new file.
 */
class TypeChangeTest {

    /** Groups of types with casts between them, one group per line. */
    private static final String GROUPS = """
            varchar | varchar(10) | varchar(20) | text | char(10) | char(20) | bpchar
            numeric | numeric(10,2) | numeric(12,2) | numeric(12,4) | numeric(10,0) | numeric(5,-2) | numeric(7,-2)
            smallint | integer | bigint | numeric | real | double precision
            bit(3) | bit(4) | varbit | varbit(3) | varbit(5)
            timestamp | timestamp(3) | timestamp(5) | timestamp(6)
            timestamptz | timestamptz(0) | timestamptz(5) | timestamptz(6)
            time | time(3) | time(6) | interval
            timetz | timetz(2) | timetz(6)
            interval | interval(3) | interval(6) | interval year | interval month | interval year to month
            interval | interval(0) | interval day | interval hour | interval minute | interval second | interval second(2)
            interval(3) | interval day to hour | interval day to second | interval day to second(3) | interval hour to minute
            interval minute to second(1) | interval hour to second | interval minute | interval year
            cidr | inet | text
            date | timestamp | text
            json | jsonb
            varchar(3)[] | varchar(5)[] | varchar[] | text[]
            numeric(5,2)[] | numeric(7,2)[] | numeric[]
            timestamp(3)[] | timestamp(5)[] | timestamp[]
            char(3)[] | bpchar[]
            bit(3)[] | varbit[] | varbit(4)[]
            integer[] | bigint[]
            boolean | text
            uuid | text
            money | numeric
            macaddr | macaddr8
            name | varchar | text
            """;

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void aRewriteIsWhatTheServerMakesOfIt(int version) throws SQLException {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        try (Scratch scratch = Scratch.create(version)) {
            scratch.executeAsIs("""
                    CREATE FUNCTION change_type(before text, after text) RETURNS text LANGUAGE plpgsql AS $do$
                    DECLARE file oid;
                    BEGIN
                        DROP TABLE IF EXISTS changing;
                        EXECUTE 'CREATE TABLE changing (a ' || before || ')';
                        file := pg_relation_filenode('changing');
                        EXECUTE 'ALTER TABLE changing ALTER a TYPE ' || after;
                        RETURN CASE WHEN file = pg_relation_filenode('changing') THEN 'keeps' ELSE 'rewrites' END;
                    EXCEPTION WHEN datatype_mismatch THEN
                        RETURN 'refused';
                    END $do$""");
            for (List<ColumnType> pair : pairs().toList()) {
                String key = pair.get(0) + " -> " + pair.get(1);
                String answer = scratch.text(
                        "SELECT change_type('" + TypeSql.name(pair.get(0)) + "', '" + TypeSql.name(pair.get(1)) + "')");
                if (!"refused".equals(answer)) {
                    found.put(key, String.valueOf(answer));
                    expected.put(
                            key,
                            TypeConversion.isMetadataOnly(column(pair.get(0)), column(pair.get(1)))
                                    ? "keeps"
                                    : "rewrites");
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(250).isEqualTo(expected);
    }

    private static Stream<List<ColumnType>> pairs() {
        return GROUPS.lines()
                .map(line -> Arrays.stream(line.split(" \\| ", -1))
                        .map(ColumnType::parse)
                        .toList())
                .flatMap(group -> group.stream()
                        .flatMap(one -> group.stream()
                                .filter(other -> !one.equals(other))
                                .map(other -> List.of(one, other))));
    }

    private static Column column(ColumnType type) {
        return Column.of("a", type);
    }
}
