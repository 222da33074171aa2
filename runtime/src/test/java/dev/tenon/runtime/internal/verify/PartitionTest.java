package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionBound.End;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partitioned tables are created, changed while they have rows, read and verified completely, on every version. */
class PartitionTest {

    private static final QualifiedName EVENT = QualifiedName.parse("event");
    private static final QualifiedName KIND = QualifiedName.parse("kind");
    private static final ColumnType INTEGER = ColumnType.builtin("integer");
    private static final String ROWS = """
            INSERT INTO kind SELECT generate_series(1, 3);
            INSERT INTO event (id, at, kind, note)
            SELECT n, '2024-06-01'::timestamptz + n * interval '1 day', 1 + n % 3, 'n' FROM generate_series(1, 400) n""";

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void whatIsAddedToAPartitionedTableHoldsInAllPartitions(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Table bare = event(year("2024"), year("2025"));
            database.to(schema(bare));
            scratch.execute(ROWS);
            MigrationDraft draft = database.to(schema(full(bare)));
            assertThat(SchemaEvolution.statements(draft).stream()
                            .map(sql -> sql.replaceAll("_[0-9a-f]{8}\\b", "_hash"))
                            .toList())
                    .contains(
                            "CREATE INDEX event_kind_idx ON ONLY public.event (kind)",
                            "CREATE INDEX CONCURRENTLY event_2024_event_kind_idx_hash ON public.event_2024 (kind)",
                            "ALTER INDEX public.event_kind_idx ATTACH PARTITION public.event_2024_event_kind_idx_hash");
            assertThat(
                            scratch.text(
                                    "SELECT count(*) FROM pg_constraint WHERE conrelid IN ('event_2024'::regclass,"
                                            + " 'event_2025'::regclass) AND contype IN ('f', 'u') AND conparentid <> 0 AND convalidated"))
                    .isEqualTo("4");
            assertThat(scratch.text("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                    .isEqualTo("0");
            Table deferred = bare.withConstraints(List.of(
                    bare.constraints().get(0), full(bare).constraints().get(1), reference(Deferrability.DEFERRABLE)));
            Index descending = Index.of(
                    "event_kind_idx",
                    "btree",
                    List.of(new IndexKey(
                            new IndexKey.OfColumn("kind"), Optional.empty(), Optional.empty(), IndexKey.Order.DESC)));
            database.to(schema(deferred.withIndexes(List.of(descending))));
            database.to(schema(full(bare)));
            database.to(schema(
                    full(bare).withIndexes(List.of(full(bare).indexes().get(0).withName("event_of_kind_idx")))));
            database.to(schema(full(bare)));
            database.to(schema(bare));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void partitionsComeAndGoWhileTheTableHoldsRows(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Partition rest = Partition.of("event_rest", PartitionBound.DEFAULT, Optional.of("what is left"));
            database.to(schema(full(event(year("2024"), rest))));
            scratch.execute(ROWS.replace("400", "200"));
            MigrationDraft draft = database.to(schema(full(event(year("2024"), year("2025"), rest))));
            assertThat(SchemaEvolution.statements(draft))
                    .containsSubsequence(
                            "ALTER TABLE public.event_rest VALIDATE CONSTRAINT event_rest_event_2025_tenon",
                            "ALTER TABLE public.event ATTACH PARTITION public.event_2025 FOR VALUES FROM ('2025-01-01') TO"
                                    + " ('2026-01-01')",
                            "ALTER TABLE public.event_rest DROP CONSTRAINT event_rest_event_2025_tenon");
            draft = database.to(
                    schema(full(event(year("2024"), year("2025")))),
                    MigrationHints.NONE,
                    Set.of("drop-partition:event.event_rest"));
            assertThat(SchemaEvolution.statements(draft))
                    .containsExactly(
                            "ALTER TABLE public.event DETACH PARTITION public.event_rest",
                            "DROP TABLE public.event_rest");
            draft = database.to(
                    schema(full(event(year("2025")))), MigrationHints.NONE, Set.of("drop-partition:event.event_2024"));
            assertThat(SchemaEvolution.statements(draft))
                    .contains("ALTER TABLE public.event DETACH PARTITION public.event_2024 CONCURRENTLY");
            database.to(schema(
                    full(event(Partition.of("event_this", year("2025").bound(), Optional.empty()), year("2026")))));
            assertThat(scratch.text("SELECT count(*) FROM event")).isEqualTo("0");
            database.to(schema(), MigrationHints.NONE, Set.of("drop-table:event"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void aTableIsDividedByListsHashesAndExpressions(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Table byKind = event().withPartitioning(Optional.of(new Partitioning(
                    PartitionStrategy.LIST,
                    List.of(IndexKey.column("note")),
                    List.of(
                            Partition.of(
                                    "quoted",
                                    new PartitionBound.Values(List.of("it's", "a,b (c)", "NULL"), false),
                                    Optional.empty()),
                            Partition.of("none", new PartitionBound.Values(List.of(), true), Optional.empty()),
                            Partition.of(
                                    "some",
                                    new PartitionBound.Values(List.of("x", "back\\slash"), false),
                                    Optional.empty())),
                    false)));
            Table byHash = Table.of(QualifiedName.parse("point"), List.of(Column.of("x", INTEGER)))
                    .withPartitioning(Optional.of(new Partitioning(
                            PartitionStrategy.HASH,
                            List.of(IndexKey.column("x")),
                            List.of(
                                    Partition.of("point_0", new PartitionBound.Hash(2, 0), Optional.empty()),
                                    Partition.of("point_1", new PartitionBound.Hash(2, 1), Optional.empty())),
                            false)));
            Table byExpressions = Table.of(
                            QualifiedName.parse("span"),
                            List.of(Column.of("x", INTEGER), Column.of("day", ColumnType.builtin("date"))))
                    .withPartitioning(Optional.of(new Partitioning(
                            PartitionStrategy.RANGE,
                            List.of(
                                    IndexKey.expression("x + 1"),
                                    IndexKey.column("day"),
                                    IndexKey.expression("coalesce(x, 0)")),
                            List.of(Partition.of(
                                    "span_low",
                                    range(
                                            List.of(new End.At("-5"), new End.At("2020-02-03"), new End.At("007")),
                                            List.of(new End.At("5"), End.LAST, End.LAST)),
                                    Optional.empty())),
                            false)));
            database.to(schema(byKind.withConstraints(List.of()), byHash, byExpressions));
            scratch.execute(
                    "INSERT INTO event (id, at, kind, note) VALUES (1, now(), 1, 'it''s'), (2, now(), 1, NULL)");
            assertThat(scratch.text("SELECT count(*) FROM none")).isEqualTo("1");
            assertThat(database.differencesAfter("ALTER TABLE point DETACH PARTITION point_1;"
                            + " ALTER TABLE point ATTACH PARTITION point_1 FOR VALUES WITH (MODULUS 4, REMAINDER 1)"))
                    .containsExactly(
                            "partition point.point_1: bound is FOR VALUES WITH (MODULUS 4, REMAINDER 1), expected"
                                    + " FOR VALUES WITH (MODULUS 2, REMAINDER 1)");
        }
    }

    @Test
    void whatOthersDoToPartitionsIsFound() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Table guarded = event(year("2024"), year("2025"))
                    .withRowSecurity(
                            RowSecurity.FORCED,
                            List.of(new Policy(
                                    "own",
                                    Policy.Command.ALL,
                                    true,
                                    List.of("public"),
                                    Optional.of("EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relpages = kind)"),
                                    Optional.empty())))
                    .withGuardedPartitions();
            database.to(schema(guarded));
            assertThat(database.differencesAfter("ALTER TABLE event_2024 NO FORCE ROW LEVEL SECURITY"))
                    .containsExactly("table event_2024: rowSecurity is enabled, expected forced");
            assertThat(database.differencesAfter("DROP POLICY own ON event_2025"))
                    .containsExactly("policy event_2025.own is missing");
            assertThat(database.differencesAfter(scratch.named("GRANT SELECT ON event_2025 TO $app")))
                    .containsExactly(scratch.named("grant event_2025.$app is unexpected: select"));
            assertThat(database.differencesAfter("COMMENT ON TABLE event_2024 IS 'x'"))
                    .containsExactly("table event_2024: comment is x, expected none");
            assertThat(database.differencesAfter(
                            "ALTER TABLE event DETACH PARTITION event_2024; DROP TABLE event_2024"))
                    .containsExactly(
                            "partition event.event_2024 is missing: FOR VALUES FROM ('2024-01-01 00:00:00+00') TO"
                                    + " ('2025-01-01 00:00:00+00')");
            assertThat(database.differencesAfter("CREATE TABLE event_x PARTITION OF event DEFAULT"))
                    .containsExactly("partition event.event_x is unexpected: DEFAULT");
            assertThat(database.differencesAfter(
                            "DROP TABLE event; CREATE TABLE event (id integer NOT NULL, at timestamptz"
                                    + " NOT NULL, kind integer NOT NULL, note text) PARTITION BY LIST (at)"))
                    .contains("table event: partitioning is PARTITION BY LIST (at), expected PARTITION BY RANGE (at)");
        }
    }

    @Test
    void partitionsMadeElsewhereAreLeftAlone() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Table event = event(year("2024"));
            Table open = event.withPartitioning(event.partitioning().map(how -> how.withManagedExternally(true)));
            database.to(schema(open));
            scratch.execute(
                    "CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');"
                            + " CREATE SCHEMA far; CREATE TABLE far.event_1 PARTITION OF event DEFAULT");
            scratch.execute(ROWS);
            database.to(
                    schema(full(open)),
                    MigrationHints.NONE,
                    Set.of(
                            "lock-table:event.event_kind_idx",
                            "lock-table:event.event_note_idx",
                            "lock-table:event.event_kind_at_key",
                            "lock-table:event.event_kind_fkey"));
            assertThat(database.differencesAfter("DROP TABLE event_2025")).isEmpty();
            assertThat(database.differencesAfter("DROP TABLE event_2024"))
                    .containsExactly(
                            "partition event.event_2024 is missing: FOR VALUES FROM ('2024-01-01 00:00:00+00') TO"
                                    + " ('2025-01-01 00:00:00+00')");
            Table none = full(open).withPartitioning(open.partitioning().map(how -> how.withPartitions(List.of())));
            assertThat(database.to(schema(none)).steps()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void partitionsFollowTheNamesOfTheirTableAndItsColumns(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Table event = event(year("2024")).withConstraints(List.of());
            database.to(schema(event));
            QualifiedName moved = QualifiedName.parse("past.happening");
            List<Column> columns = new ArrayList<>(event.columns());
            columns.set(1, columns.get(1).withName("since"));
            Schema after = Schema.EMPTY
                    .withNamespaces(List.of(new Namespace("past", List.of()), new Namespace("public", List.of())))
                    .withTables(List.of(
                            event.withName(moved)
                                    .withColumns(columns)
                                    .withPartitioning(event.partitioning()
                                            .map(how -> how.withKeys(List.of(IndexKey.column("since"))))),
                            kind()));
            database.to(
                    after,
                    new MigrationHints(
                            Map.of(
                                    ObjectPath.table(moved), "public.event",
                                    ObjectPath.column(moved, "since"), "at"),
                            Map.of(),
                            Map.of()),
                    Set.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void anIdentityNumbersTheRowsOfAllPartitions(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            SchemaEvolution database = new SchemaEvolution(scratch);
            Table event = event(year("2024"));
            List<Column> columns = new ArrayList<>(event.columns());
            columns.set(
                    0,
                    columns.get(0).withDefault(Optional.of(new ColumnDefault.Identity(true, SequenceOptions.DEFAULT))));
            database.to(schema(event.withColumns(columns)));
            database.to(schema(event(year("2024"), year("2025")).withColumns(columns)));
            scratch.execute("INSERT INTO event (at, kind) VALUES ('2024-02-02', 1), ('2025-02-02', 1)");
            assertThat(scratch.text("SELECT string_agg(id::text, ',' ORDER BY at) FROM event"))
                    .isEqualTo("1,2");
        }
    }

    private static Partition year(String year) {
        int next = Integer.parseInt(year) + 1;
        return Partition.of(
                "event_" + year,
                range(List.of(new End.At(year + "-01-01")), List.of(new End.At(next + "-01-01"))),
                Optional.empty());
    }

    private static PartitionBound range(List<End> from, List<End> to) {
        return new PartitionBound.Range(from, to);
    }

    private static Table event(Partition... partitions) {
        return Table.of(
                        EVENT,
                        List.of(
                                Column.of("id", INTEGER),
                                Column.of("at", ColumnType.builtin("timestamptz")),
                                Column.of("kind", INTEGER),
                                Column.of("note", ColumnType.builtin("text")).withNullable(true)))
                .withConstraints(List.of(new Constraint.PrimaryKey("event_pkey", List.of("id", "at"))))
                .withPartitioning(Optional.of(new Partitioning(
                        PartitionStrategy.RANGE, List.of(IndexKey.column("at")), List.of(partitions), false)));
    }

    /** Returns the table with all members that PostgreSQL treats specially on partitioned tables. */
    private static Table full(Table table) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.add(
                new Constraint.Unique("event_kind_at_key", List.of("kind", "at"), false, Deferrability.NOT_DEFERRABLE));
        constraints.add(new Constraint.Check("event_kind_check", "(kind > 0)", true));
        constraints.add(reference(Deferrability.NOT_DEFERRABLE));
        return table.withConstraints(constraints)
                .withIndexes(List.of(
                        Index.of("event_kind_idx", "btree", List.of(IndexKey.column("kind"))),
                        Index.of("event_note_idx", "hash", List.of(IndexKey.column("note")))));
    }

    private static Constraint reference(Deferrability deferrability) {
        return Constraint.ForeignKey.of("event_kind_fkey", List.of("kind"), KIND, List.of("id"))
                .withOnDelete(ForeignKeyAction.CASCADE, List.of())
                .withDeferrability(deferrability);
    }

    private static Table kind() {
        return Table.of(KIND, List.of(Column.of("id", INTEGER)))
                .withConstraints(List.of(new Constraint.PrimaryKey("kind_pkey", List.of("id"))));
    }

    private static Schema schema(Table... tables) {
        List<Table> all = new ArrayList<>(List.of(tables));
        all.add(kind());
        return Schema.EMPTY
                .withNamespaces(List.of(new Namespace("public", List.of())))
                .withTables(all);
    }
}
