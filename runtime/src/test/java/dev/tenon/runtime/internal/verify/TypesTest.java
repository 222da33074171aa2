package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.EnumType;
import dev.tenon.schema.Extension;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.BuiltinTypes;
import dev.tenon.schema.internal.sql.TypeStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every server accepts and verifies every listed type that it has, and has no type that is not listed. */
class TypesTest {

    private static final Path LIST = Path.of("../schema/src/test/types.txt");

    /** A line of the list. */
    private record Entry(ColumnType type, String needs, String literal) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 16, 17, 18})
    void everyTypeIsMadeAndVerified(int version) throws SQLException, IOException {
        try (Scratch scratch = version == 0 ? Scratch.create() : Scratch.create(version)) {
            Set<String> extensions = extensions(scratch);
            List<Entry> entries = entries().stream()
                    .filter(entry -> entry.needs().isEmpty()
                            || entry.needs().equals("enum")
                            || entry.needs().startsWith("CREATE ")
                            || extensions.contains(entry.needs()))
                    .toList();
            entries.stream()
                    .map(Entry::needs)
                    .filter(each -> each.startsWith("CREATE "))
                    .forEach(scratch::executeAsIs);
            new SchemaEvolution(scratch).to(schema(entries));
            scratch.executeAsIs("INSERT INTO everything DEFAULT VALUES");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void noServerHasATypeThatIsNotInTheList(int version) throws SQLException, IOException {
        Set<String> excluded = Files.readAllLines(LIST).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1).split("\\|", 2)[0].strip())
                .collect(Collectors.toSet());
        Set<String> listed = entries().stream()
                .filter(entry -> entry.type() instanceof ColumnType.Builtin)
                .map(entry -> ((ColumnType.Builtin) entry.type()).name())
                .collect(Collectors.toSet());
        try (Scratch scratch = Scratch.create(version)) {
            Map<String, String> known = serverTypes(scratch);
            assertThat(known.keySet()).allMatch(name -> listed.contains(name) != excluded.contains(name));
            assertThat(known.keySet()).allMatch(name -> BuiltinTypes.contains(name) != excluded.contains(name));
            assertThat(excluded).allMatch(known::containsKey);
            Map<String, String> kept = new HashMap<>();
            known.keySet()
                    .forEach(name -> kept.put(
                            name, TypeStorage.ofType(ColumnType.builtin(name)).name()));
            kept.keySet().removeAll(excluded);
            known.keySet().removeAll(excluded);
            assertThat(kept).isEqualTo(known);
        }
    }

    /** Returns the base, range and multirange types, each with its default storage. */
    private static Map<String, String> serverTypes(Scratch scratch) throws SQLException {
        Map<String, String> types = new HashMap<>();
        try (Statement statement = scratch.connection().createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT format_type(oid, NULL), CASE typstorage WHEN 'p' THEN 'PLAIN' WHEN 'm' THEN 'MAIN'
                            WHEN 'e' THEN 'EXTERNAL' ELSE 'EXTENDED' END
                        FROM pg_type
                        WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r', 'm')
                            AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = pg_type.oid)""")) {
            while (rows.next()) {
                ColumnType type = ColumnType.parse(rows.getString(1));
                types.put(((ColumnType.Builtin) type).name(), rows.getString(2));
            }
        }
        return types;
    }

    private static Schema schema(List<Entry> entries) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            columns.add(Column.of("c" + i, entry.type())
                    .withDefault(Optional.of(new ColumnDefault.Expression(entry.literal()))));
            columns.add(Column.of("a" + i, new ColumnType.Array(entry.type())).withNullable(true));
        }
        return new Schema(
                List.of(),
                List.of(new Namespace("public", List.of())),
                entries.stream()
                        .map(Entry::needs)
                        .filter(needs -> needs.matches("[a-z]+") && !needs.equals("enum"))
                        .distinct()
                        .map(name -> new Extension(name, "public"))
                        .toList(),
                List.of(new EnumType(QualifiedName.parse("mood"), List.of("good", "bad"), Optional.empty())),
                List.of(Table.of(QualifiedName.parse("everything"), columns)),
                Optional.empty());
    }

    private static List<Entry> entries() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("!"))
                .map(line -> line.split(" ?\\| ?", 4))
                .map(parts -> new Entry(ColumnType.parse(parts[0]), parts[2], parts[3]))
                .distinct()
                .toList();
    }

    private static Set<String> extensions(Scratch scratch) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = scratch.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM pg_available_extensions")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
