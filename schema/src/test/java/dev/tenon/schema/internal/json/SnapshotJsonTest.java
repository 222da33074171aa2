package dev.tenon.schema.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Samples;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots are read back as they were written, and errors have the position of the problem. */
class SnapshotJsonTest {

    @Test
    void everySchemaIsReadBackAsItWasWritten() {
        for (Schema schema : List.of(Schema.EMPTY, Samples.tenants(), odd())) {
            String text = SnapshotJson.write(schema);
            assertThat(SnapshotJson.read(text)).isEqualTo(schema);
            assertThat(SnapshotJson.write(SnapshotJson.read(text))).isEqualTo(text);
        }
    }

    @Test
    void theOutlineOfALongSnapshotIsKnownBeforeItsRestIsRead() {
        for (Schema schema : List.of(Schema.EMPTY, Samples.tenants(), odd())) {
            String text = SnapshotJson.write(schema);
            Schema outline = SnapshotJson.readOutline(text);
            assertThat(outline.roles()).isEqualTo(schema.roles());
            assertThat(outline.namespaces()).isEqualTo(schema.namespaces());
            assertThat(outline.tables()).isEmpty();
        }
        String text = SnapshotJson.write(Samples.tenants());
        String cut = text.substring(0, text.indexOf("\"tables\"") + 20);
        assertThat(SnapshotJson.readOutline(cut)).isEqualTo(SnapshotJson.readOutline(text));
        assertThat(catchThrowableOfType(
                                JsonException.class, () -> SnapshotJson.readOutline("{\n  \"format\": 1,\n  oops"))
                        .at()
                        .line())
                .isEqualTo(3);
        assertThat(catchThrowableOfType(JsonException.class, () -> SnapshotJson.readOutline("[]")))
                .isNotNull();
    }

    @Test
    void compiledSnapshotIsReadBackAsItWasWritten() {
        MigrationHints hints = new MigrationHints(
                Map.of(ObjectPath.table(Samples.NOTE), "remark"),
                Map.of(ObjectPath.column(Samples.NOTE, "body"), "''"),
                Map.of(ObjectPath.column(Samples.PLAN, "title"), "title::text"));
        CompiledSnapshot compiled =
                new CompiledSnapshot(Samples.tenants(), hints, Map.of(Samples.NOTE, "dev.example.Note"));
        assertThat(SnapshotJson.readCompiled(SnapshotJson.writeCompiled(compiled)))
                .isEqualTo(compiled);
    }

    @Test
    void eachAttributeHasALineOfItsOwn() {
        String text = SnapshotJson.write(Samples.tenants());
        assertThat(text).endsWith("}\n").contains("\n        \"title\": {\n          \"type\": \"text\",\n");
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line.split("\": ", -1)).hasSizeLessThanOrEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"format\": 1            | \"format\": 2            | format 2",
                "\"type\": \"uuid\"       | \"type\": 7              | expected a string",
                "\"kind\": \"check\"      | \"kind\": \"chequered\"  | unknown kind of constraint",
                "\"rowSecurity\":         | \"rowsSecurity\":        | unknown member 'rowsSecurity'",
                "\"onDelete\": \"CASCADE\"| \"onDelete\": \"CASCADES\" | CASCADES"
            })
    void brokenSnapshotIsRefusedWhereItIsBroken(String sound, String broken, String says) {
        String text = SnapshotJson.write(Samples.tenants());
        String spoiled = text.replaceFirst(Pattern.quote(sound), broken);
        int line = text.substring(0, text.indexOf(sound)).split("\n", -1).length;
        JsonException thrown = catchThrowableOfType(JsonException.class, () -> SnapshotJson.read(spoiled));
        assertThat(thrown).isNotNull().hasMessageContaining(says);
        assertThat(thrown.at().line()).as(spoiled).isBetween(line - 1, line);
        assertThat(thrown.at().column()).isPositive();
    }

    @Test
    void textThatEndsTooEarlyIsRefusedAtItsEnd() {
        String text = SnapshotJson.write(Samples.tenants());
        JsonException thrown = catchThrowableOfType(
                JsonException.class, () -> SnapshotJson.read(text.substring(0, text.length() / 2)));
        assertThat(thrown.at().line()).isGreaterThan(10);
    }

    private static Schema odd() {
        QualifiedName name = new QualifiedName("weird.schema", "a \"quoted\" täble\n");
        Table table = Table.of(
                        name,
                        List.of(
                                Column.of("n", ColumnType.builtin("bigint"))
                                        .withDefault(Optional.of(new ColumnDefault.Identity(false))),
                                Column.of("v", ColumnType.parse("public.halfvec(1536)")),
                                Column.of("a", ColumnType.parse("numeric(10,2)[]"))
                                        .withRetired(Optional.of("nobody reads it")),
                                Column.of("s", ColumnType.builtin("tsvector"))
                                        .withDefault(Optional.of(
                                                new ColumnDefault.Generated("to_tsvector('english', 'a\\b')")))))
                .withIndexes(List.of(Index.of(
                                "i",
                                "hnsw",
                                List.of(
                                        IndexKey.column("v").withOperatorClass(QualifiedName.parse("halfvec_ip_ops")),
                                        new IndexKey(
                                                new IndexKey.OfExpression("lower(s)"),
                                                Optional.empty(),
                                                Optional.of(new QualifiedName("pg_catalog", "C")),
                                                IndexKey.Order.DESC_NULLS_LAST)))
                        .withUnique(true)
                        .withNullsNotDistinct(true)
                        .withInclude(List.of("n"))
                        .withWhere(Optional.of("n > 0"))
                        .withParameters(Map.of("m", "16", "ef_construction", "64"))
                        .withComment(Optional.of("a comment"))));
        return new Schema(
                List.of(),
                List.of(),
                List.of(new Extension("vector", "ext")),
                List.of(),
                List.of(table),
                Optional.empty());
    }
}
