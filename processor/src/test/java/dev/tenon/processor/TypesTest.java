package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java fields produce every type in the list, alone, in arrays and with a default. */
class TypesTest {

    private static final Path LIST = Path.of("../schema/src/test/types.txt");

    @TempDir
    Path folder;

    @Test
    void javaGivesEveryTypeOfTheList() throws IOException {
        List<String[]> entries = Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("!"))
                .map(line -> line.split(" ?\\| ?", 4))
                .toList();
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            String[] entry = entries.get(i);
            String value = "@Default(\"" + quoted(entry[3]) + "\") ";
            if (entry[1].equals("-")) {
                fields.append(said(entry[0]))
                        .append(value)
                        .append("String c")
                        .append(i)
                        .append(";\n");
                fields.append(said(entry[0] + "[]"))
                        .append("String a")
                        .append(i)
                        .append(";\n");
            } else {
                fields.append(value).append(entry[1] + " c").append(i).append(";\n");
                if (!entry[1].contains("Optional")) {
                    fields.append(entry[1].replace("byte", "short").replace("short[]", "byte[]"))
                            .append("[][] a")
                            .append(i)
                            .append(";\n");
                }
            }
        }
        Javac.Result result = new Javac(folder)
                .source("example/package-info.java", """
                        @dev.tenon.annotation.Schema(
                                extensions = {"citext", "hstore", "ltree", "cube", "seg", "isn", "intarray", "vector"})
                        package example;
                        """)
                .source("example/Mood.java", "package example; enum Mood { GOOD, BAD }")
                .source(
                        "example/All.java",
                        "package example; import dev.tenon.annotation.*; @Table class All { @Id int id;\n" + fields
                                + "}")
                .compile();
        assertThat(result.messages())
                .filteredOn(message -> message.kind() != Diagnostic.Kind.WARNING)
                .isEmpty();
        Schema schema = SnapshotJson.readCompiled(result.resource(CompiledSnapshot.RESOURCE))
                .schema();
        Table table = schema.table(QualifiedName.parse("all")).orElseThrow();
        Map<String, String> found = new TreeMap<>();
        table.columns().forEach(column -> found.put(column.name(), column.type() + value(column)));
        assertThat(IntStream.range(0, entries.size()).boxed().toList()).allSatisfy(i -> {
            assertThat(found.get("c" + i)).isEqualTo(entries.get(i)[0] + " = " + entries.get(i)[3]);
            assertThat(found.getOrDefault("a" + i, entries.get(i)[0] + "[]")).isEqualTo(entries.get(i)[0] + "[]");
        });
    }

    private static String said(String type) {
        return "@Column(type = \"" + quoted(type) + "\") ";
    }

    private static String quoted(String sql) {
        return sql.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String value(Column column) {
        return column.defaultValue()
                .map(value -> " = " + ((ColumnDefault.Expression) value).sql())
                .orElse("");
    }
}
