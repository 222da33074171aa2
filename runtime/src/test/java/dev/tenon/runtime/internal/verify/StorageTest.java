package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.ColumnStorage.Compression;
import dev.tenon.schema.ColumnStorage.Strategy;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.ForeignKeyMatch;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Storage settings of columns, tables and indexes are created, changed, reverted and verified, on every version. */
class StorageTest {

    private static final QualifiedName NOTE = QualifiedName.parse("note");
    private static final ColumnType TEXT = ColumnType.builtin("text");
    private static final ColumnType INTEGER = ColumnType.builtin("integer");
    private static final ColumnStorage APART =
            new ColumnStorage(Optional.of(Strategy.EXTERNAL), Optional.of(Compression.PGLZ), Optional.of(500));
    private static final ColumnStorage COUNTED = new ColumnStorage(Optional.empty(), Optional.empty(), Optional.of(0));

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void columnsKeepTheirValuesAsTheyAreTold(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(columns(Column.of("body", TEXT).withStorage(APART)));
            assertThat(database.differencesAfter("ALTER TABLE note ALTER body SET STORAGE MAIN"))
                    .containsExactly("column note.body: storage is STORAGE MAIN COMPRESSION PGLZ STATISTICS 500,"
                            + " expected STORAGE EXTERNAL COMPRESSION PGLZ STATISTICS 500");
            database.to(columns(Column.of("body", TEXT).withStorage(COUNTED)));
            database.to(columns(Column.of("body", TEXT)));
            database.to(columns(
                    Column.of("body", TEXT),
                    Column.of("price", ColumnType.builtin("numeric"))
                            .withNullable(true)
                            .withStorage(APART)));
            database.to(columns(
                    Column.of("body", TEXT),
                    Column.of("price", ColumnType.builtin("numeric")).withNullable(true)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void anotherTypeLeavesTheStorageAsItWas(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(
                    columns(Column.of("body", ColumnType.builtin("varchar", 20)).withStorage(APART)));
            database.to(
                    columns(Column.of("body", ColumnType.builtin("varchar", 30)).withStorage(APART)));
            database.to(columns(Column.of("body", TEXT).withStorage(APART)));
            database.to(
                    columns(Column.of("body", ColumnType.builtin("bytea")).withStorage(COUNTED)),
                    new MigrationHints(
                            Map.of(),
                            Map.of(),
                            Map.of(dev.tenon.schema.ObjectPath.column(NOTE, "body"), "body::bytea")),
                    Set.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void tablesKeepTheirRowsAsTheyAreTold(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(table(new TableStorage(
                    true, Map.of("fillfactor", "70", "toast.autovacuum_enabled", "off", "parallel_workers", "2"))));
            assertThat(database.differencesAfter("ALTER TABLE note RESET (toast.autovacuum_enabled)"))
                    .containsExactly("table note: with is fillfactor=70, parallel_workers=2, expected fillfactor=70,"
                            + " parallel_workers=2, toast.autovacuum_enabled=off");
            assertThat(SchemaEvolution.statements(database.to(table(new TableStorage(
                            true, Map.of("fillfactor", "80", "autovacuum_vacuum_scale_factor", "0.05"))))))
                    .containsExactly(
                            "ALTER TABLE public.note RESET (parallel_workers, toast.autovacuum_enabled)",
                            "ALTER TABLE public.note SET (autovacuum_vacuum_scale_factor = 0.05, fillfactor = 80)");
            database.to(table(TableStorage.DEFAULT), MigrationHints.NONE, Set.of("rewrite-table:note"));
            database.to(table(new TableStorage(true, Map.of())), MigrationHints.NONE, Set.of("rewrite-table:note"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void tablesThatReferToEachOtherAreLoggedAndUnloggedInTheirOrder(int version) throws SQLException {
        Set<String> accepted = Set.of("rewrite-table:a", "rewrite-table:b", "rewrite-table:c");
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(chain(true));
            database.to(chain(false), MigrationHints.NONE, accepted);
            database.to(chain(true), MigrationHints.NONE, accepted);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void aTableBecomesUnloggedWhenNoneRefersToItAnyMore(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(schema(link("a", false), link("b", false, "a")));
            Constraint instead = new Constraint.Unique("b_a", List.of("id"), true, Deferrability.NOT_DEFERRABLE);
            Table freed = link("b", false);
            List<Constraint> kept = new ArrayList<>(freed.constraints());
            kept.add(instead);
            freed = freed.withConstraints(kept);
            database.to(schema(link("a", true), freed), MigrationHints.NONE, Set.of("rewrite-table:a"));
        }
    }

    /** Returns three tables: the first references the last, and the last references the second. */
    private static Schema chain(boolean unlogged) {
        return schema(link("a", unlogged, "c"), link("b", unlogged), link("c", unlogged, "b"));
    }

    private static Table link(String name, boolean unlogged, String... targets) {
        List<Constraint> constraints = new ArrayList<>();
        constraints.add(new Constraint.PrimaryKey(name + "_pkey", List.of("id"), ConstraintIndex.PLAIN));
        for (String target : targets) {
            constraints.add(Constraint.ForeignKey.of(
                    name + "_" + target, List.of("id"), QualifiedName.parse(target), List.of("id")));
        }
        return Table.of(QualifiedName.parse(name), List.of(Column.of("id", INTEGER)))
                .withConstraints(constraints)
                .withStorage(new TableStorage(unlogged, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void keysStoreFurtherColumnsAndMatchInFull(int version) throws SQLException {
        ConstraintIndex roomy = new ConstraintIndex(List.of("body"), Map.of("fillfactor", "70"));
        ConstraintIndex tight = new ConstraintIndex(List.of("body"), Map.of("deduplicate_items", "off"));
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            database.to(keys(ConstraintIndex.PLAIN, ForeignKeyMatch.SIMPLE));
            database.to(keys(roomy, ForeignKeyMatch.FULL));
            assertThat(SchemaEvolution.statements(database.to(keys(tight, ForeignKeyMatch.FULL))))
                    .containsExactly(
                            "ALTER INDEX public.note_key RESET (fillfactor)",
                            "ALTER INDEX public.note_key SET (deduplicate_items = off)");
            database.to(keys(roomy.withInclude(List.of()), ForeignKeyMatch.SIMPLE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void newTablesHaveAllOfItAtOnce(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            new SchemaEvolution(scratch)
                    .to(keys(new ConstraintIndex(List.of("body"), Map.of("fillfactor", "70")), ForeignKeyMatch.FULL));
        }
    }

    private static Schema columns(Column... columns) {
        return schema(Table.of(NOTE, List.of(columns)));
    }

    private static Schema table(TableStorage storage) {
        Sequence owned =
                Sequence.of(QualifiedName.parse("numbers")).withOwner(Optional.of(new Sequence.Owner(NOTE, "number")));
        return schema(Table.of(NOTE, List.of(Column.of("number", INTEGER), Column.of("body", TEXT)))
                        .withStorage(storage))
                .withSequences(List.of(owned));
    }

    private static Schema keys(ConstraintIndex index, ForeignKeyMatch match) {
        Constraint unique = new Constraint.Unique(
                "note_key", List.of("room", "number"), false, Deferrability.NOT_DEFERRABLE, index);
        Constraint reference = Constraint.ForeignKey.of(
                        "note_fkey",
                        List.of("other_room", "other"),
                        QualifiedName.parse("target"),
                        List.of("room", "number"))
                .withOnDelete(ForeignKeyAction.SET_NULL, List.of("other"))
                .withMatch(match);
        Table target = Table.of(
                        QualifiedName.parse("target"),
                        List.of(Column.of("room", INTEGER), Column.of("number", INTEGER)))
                .withConstraints(List.of(new Constraint.PrimaryKey(
                        "target_pkey",
                        List.of("room", "number"),
                        new ConstraintIndex(List.of(), Map.of("fillfactor", "90")))));
        Table note = Table.of(
                        NOTE,
                        List.of(
                                Column.of("room", INTEGER),
                                Column.of("number", INTEGER),
                                Column.of("body", TEXT),
                                Column.of("other_room", INTEGER).withNullable(true),
                                Column.of("other", INTEGER).withNullable(true)))
                .withConstraints(List.of(unique, reference));
        return schema(note, target);
    }

    private static Schema schema(Table... tables) {
        return Schema.EMPTY
                .withNamespaces(List.of(new Namespace("public", List.of())))
                .withTables(List.of(tables));
    }
}
