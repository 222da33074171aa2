package dev.tenon.schema.internal.migrations.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.json.JsonReader;
import dev.tenon.schema.internal.json.JsonValue;
import dev.tenon.schema.internal.json.JsonValue.JsonObject;
import dev.tenon.schema.internal.json.JsonWriter;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.migrations.RandomTrees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A change file converts the schema before to the one after, and vice versa, byte for byte. */
class ChangeFileTest {

    @RepeatedTest(500)
    void itLeadsBothWaysExactly() {
        long seed = System.nanoTime();
        RandomTrees trees = new RandomTrees(new Random(seed));
        JsonObject before = trees.object(0);
        JsonObject after = trees.edited(before, 0);
        ChangeFile changes = ChangeFile.read(ChangeFile.between(before, after).write());
        String label = "seed " + seed + "\n" + JsonWriter.write(before) + changes.write();
        assertThat(JsonWriter.write(changes.forward(before))).as(label).isEqualTo(JsonWriter.write(after));
        assertThat(JsonWriter.write(changes.backward(after))).as(label).isEqualTo(JsonWriter.write(before));
    }

    @RepeatedTest(100)
    void unrelatedTreesAreOneChangeFileApartToo() {
        long seed = System.nanoTime();
        RandomTrees trees = new RandomTrees(new Random(seed));
        JsonObject before = trees.object(0);
        JsonObject after = trees.object(0);
        ChangeFile changes = ChangeFile.between(before, after);
        assertThat(JsonWriter.write(changes.forward(before))).as("seed " + seed).isEqualTo(JsonWriter.write(after));
        assertThat(JsonWriter.write(changes.backward(after))).as("seed " + seed).isEqualTo(JsonWriter.write(before));
    }

    @Test
    void nothingChangesBetweenEqualTexts() {
        assertThat(ChangeFile.between(tree(12), tree(12)).write()).isEqualTo("""
                {
                  "format": 1,
                  "changes": []
                }
                """);
    }

    @Test
    void aColumnCostsLittle() {
        String text = ChangeFile.between(tree(12), tree(13)).write();
        assertThat(text).isEqualTo("""
                {
                  "format": 1,
                  "changes": [
                    {
                      "path": ["tables", "public.member", "columns", "column_13"],
                      "after": {
                        "type": "text"
                      }
                    }
                  ]
                }
                """);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1024);
    }

    @Test
    void whatIsNotAppendedHasItsPlaceAndWhatMovesItsOrder() {
        JsonValue before = JsonReader.read("{'a':{'x':1,'y':2,'z':3},'c':4}".replace('\'', '"'));
        JsonValue after = JsonReader.read("{'a':{'z':3,'x':1,'w':5},'b':6,'c':4}".replace('\'', '"'));
        assertThat(ChangeFile.between(before, after).write()).isEqualTo("""
                {
                  "format": 1,
                  "changes": [
                    {
                      "path": ["b"],
                      "at": 1,
                      "after": 6
                    },
                    {
                      "path": ["a", "y"],
                      "at": 1,
                      "before": 2
                    },
                    {
                      "path": ["a"],
                      "order": {
                        "before": ["x", "z"],
                        "after": ["z", "x"]
                      }
                    },
                    {
                      "path": ["a", "w"],
                      "after": 5
                    }
                  ]
                }
                """);
    }

    @Test
    void itRefusesATreeThatIsNotItsOwn() {
        ChangeFile changes = ChangeFile.between(tree(12), tree(13));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changes.forward(tree(13)))
                .withMessageContaining("column_13] already exists in the schema before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> changes.backward(tree(12)))
                .withMessageContaining("column_13] does not exist");
        ChangeFile retyped = ChangeFile.between(tree(1), retyped());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> retyped.forward(retyped()))
                .withMessageContaining("column_1] has a different value in the schema before");
    }

    private static JsonValue tree(int columns) {
        List<Column> list = new ArrayList<>();
        IntStream.rangeClosed(1, columns).forEach(i -> list.add(Column.of("column_" + i, ColumnType.builtin("text"))));
        return tree(list);
    }

    private static JsonValue retyped() {
        return tree(List.of(Column.of("column_1", ColumnType.builtin("bigint"))));
    }

    private static JsonValue tree(List<Column> columns) {
        Table table = Table.of(QualifiedName.parse("public.member"), columns);
        return SnapshotJson.tree(
                new Schema(List.of(), List.of(), List.of(), List.of(), List.of(table), Optional.empty()));
    }
}
