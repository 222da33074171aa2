package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.derive.DeclaredTable;
import dev.tenon.schema.internal.derive.TableDeriver;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A setting selects a tenant only if it equals the tenant's key, not if a cast would convert it to the key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantKeyTest {

    private static final List<Kind> KINDS = List.of(
            new Kind("varchar(4)", "acme", "acme-evil-corp", "acme ", " acme"),
            new Kind("char(4)", "acme", "acme-evil-corp"),
            new Kind("char(4)", "ab", "abcde", "ab-evil"),
            new Kind("varchar", "acme", "acme ", "acme-evil-corp"),
            new Kind("bit(3)", "101", "1011", "10", "10100"),
            new Kind("varbit(3)", "101", "1011", "10"),
            new Kind("numeric(3,0)", "1", "1.4", "0.6", "0.999999999999999999999"),
            new Kind("numeric(3,-1)", "120", "121", "119"),
            new Kind("numeric(4,2)", "1.25", "1.254", "1.2500000001"),
            new Kind("varchar(4)[]", "{acme}", "{acme-evil-corp}"),
            new Kind("char(4)[]", "{acme}", "{acme-evil-corp}"),
            new Kind("numeric(3,0)[]", "{1}", "{1.4}"),
            new Kind("bit(3)[]", "{101}", "{1011}"),
            new Kind("timestamp(0)", "2024-01-01 00:00:00", "2024-01-01 00:00:00.4"),
            new Kind("timestamp", "2024-01-01 00:00:00.123457", "2024-01-01 00:00:00.1234569"),
            new Kind("timestamptz(0)[]", "{\"2024-01-01 00:00:00+00\"}", "{\"2024-01-01 00:00:00.4+00\"}"),
            new Kind("time(0)", "12:00:00", "12:00:00.4"),
            new Kind("interval(0)", "00:00:01", "00:00:01.4"),
            new Kind("date", "2024-01-01", "2024-01-01 10:00", "today"),
            new Kind("double precision", "0.1", "0.10000000000000000001"),
            new Kind("name", "n".repeat(63), "n".repeat(64)),
            new Kind("\"char\"", "a", "ab"),
            new Kind("public.short_code", "acme", "acme-evil-corp", "acme "),
            new Kind("public.small_number", "1", "1.4"),
            new Kind("public.short_code[]", "{acme}", "{acme-evil-corp}"));

    private final Scratch scratch;
    private final List<Schema> schemas = new ArrayList<>();

    TenantKeyTest() throws SQLException {
        scratch = Scratch.create();
    }

    /** A key type, a key, and settings that differ from it. */
    private record Kind(String type, String key, List<String> others) {
        Kind(String type, String key, String... others) {
            this(type, key, List.of(others));
        }

        String house() {
            return "house_" + KINDS.indexOf(this);
        }

        String guest() {
            return "guest_" + KINDS.indexOf(this);
        }

        @Override
        public String toString() {
            return type + " " + key;
        }
    }

    static List<Kind> kinds() {
        return KINDS;
    }

    @BeforeAll
    void create() {
        scratch.execute("CREATE DOMAIN short_code AS varchar(4); CREATE DOMAIN small_number AS numeric(3,0);"
                + " SET TimeZone = 'UTC'");
        for (Kind kind : KINDS) {
            schemas.add(schema(kind, scratch.role("app")));
        }
        List<Table> tables = schemas.stream()
                .flatMap(each -> each.tables().stream())
                .map(TenantKeyTest::possible)
                .toList();
        Schema last = schemas.get(0);
        Research.create(new Schema(last.roles(), List.of(), List.of(), List.of(), tables, last.tenancy()), scratch);
    }

    @AfterAll
    void close() throws SQLException {
        scratch.close();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onlyTheKeySelectsItsTenant(Kind kind) {
        String key = Literal.text(kind.key());
        scratch.executeAsIs("INSERT INTO " + kind.house() + " VALUES (" + key + ")");
        as(kind.key(), "INSERT INTO " + kind.guest() + " (name) VALUES ('own')");
        assertThat(seen(kind, kind.key())).isEqualTo("1 houses, 1 guests");
        for (String other : kind.others()) {
            assertThat(seen(kind, other)).as(other).isIn("0 houses, 0 guests", "refused");
            for (String insert : List.of(
                    "INSERT INTO " + kind.guest() + " (name) VALUES ('stamped')",
                    "INSERT INTO " + kind.guest() + " (tenant_id, name) VALUES (" + key + ", 'named')")) {
                assertThat(attempt(() -> as(other, insert)))
                        .as(other + ": " + insert)
                        .isEqualTo("refused");
            }
            assertThat(attempt(() -> scratch.executeAsIs("BEGIN; SET LOCAL app.tenant_id = " + Literal.text(other)
                            + "; INSERT INTO " + kind.guest() + " (name) VALUES ('by the owner'); COMMIT")))
                    .as(other + ": the default")
                    .isEqualTo("refused");
        }
        assertThat(scratch.text("SELECT string_agg(name, ', ') FROM " + kind.guest()))
                .isEqualTo("own");
    }

    @Test
    void theIndexThatStartsWithTheTenantIsUsed() {
        for (Kind kind : KINDS) {
            scratch.execute(
                    "BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL ROLE $app");
            assertThat(scratch.text("EXPLAIN (COSTS OFF, FORMAT JSON) SELECT FROM " + kind.guest()))
                    .as(kind.toString())
                    .contains("Index Cond\": \"(tenant_id = ");
            scratch.executeAsIs("ROLLBACK");
        }
    }

    /** PostgreSQL does not support a foreign key whose columns are arrays. */
    private static Table possible(Table table) {
        boolean array = table.columns().stream().anyMatch(column -> column.type() instanceof ColumnType.Array);
        return array
                ? table.withConstraints(table.constraints().stream()
                        .filter(each -> !(each instanceof Constraint.ForeignKey))
                        .toList())
                : table;
    }

    /** Tenant policies of an older version with a lossy cast are replaced by today's without a gap. */
    @Test
    void policiesWithLossyCastsAreDetectedAndReplacedInPlace() throws SQLException {
        try (Scratch own = Scratch.create()) {
            for (String type : List.of("varchar(4)", "numeric(4,2)", "bit(40)")) {
                own.execute("DROP TABLE IF EXISTS guest_0, house_0");
                Schema now = schema(type, "house_0", "guest_0", own.role("app"));
                Schema before = now.withTables(now.tables().stream()
                        .map(table -> table.withRowSecurity(RowSecurity.FORCED, lossy(table.policies(), type)))
                        .toList());
                Research.create(before, own);
                assertThat(IsolationProof.prove(own.connection(), before).failures())
                        .as(type)
                        .extracting(result -> result.at().display() + " " + result.probe() + ": " + result.detail())
                        .anyMatch(text -> text.contains("garbage-setting"));
                MigrationDraft draft =
                        MigrationDraft.of(before, new CompiledSnapshot(now, MigrationHints.NONE, Map.of()), Set.of());
                for (Step step : draft.steps()) {
                    for (Statement statement : step.statements()) {
                        assertThat(statement.sql()).startsWith("ALTER POLICY ");
                        own.executeAsIs(statement.sql());
                    }
                }
                assertThat(IsolationProof.prove(own.connection(), now).failures())
                        .as(type)
                        .isEmpty();
            }
        }
    }

    @Test
    void keyTypesMayBeWidenedUnderTheirPolicies() throws SQLException {
        try (Scratch own = Scratch.create()) {
            Schema before = schema("varchar(4)", "house_0", "guest_0", own.role("app"));
            Schema after = schema("varchar(14)", "house_0", "guest_0", own.role("app"));
            Research.create(before, own);
            run(MigrationDraft.of(before, new CompiledSnapshot(after, MigrationHints.NONE, Map.of()), Set.of()), own);
            own.execute("INSERT INTO house_0 VALUES ('acme'), ('acme-evil-corp'); SET ROLE $app;"
                    + " SET app.tenant_id = 'acme-evil-corp'; INSERT INTO guest_0 (name) VALUES ('g')");
            assertThat(own.text("SELECT string_agg(id, ', ') FROM house_0")).isEqualTo("acme-evil-corp");
            assertThat(own.text("SELECT tenant_id FROM guest_0")).isEqualTo("acme-evil-corp");
        }
    }

    private static void run(MigrationDraft draft, Scratch scratch) {
        for (Step step : draft.steps()) {
            for (Statement statement : step.statements()) {
                scratch.executeAsIs(statement.sql());
            }
        }
    }

    private static List<Policy> lossy(List<Policy> policies, String type) {
        return policies.stream()
                .map(each -> new Policy(
                        each.name(),
                        each.command(),
                        each.permissive(),
                        each.roles(),
                        each.using().map(sql -> lossy(sql, type)),
                        each.check().map(sql -> lossy(sql, type))))
                .toList();
    }

    private static String lossy(String sql, String type) {
        return sql.substring(0, sql.indexOf(" = ")) + " = (SELECT NULLIF(current_setting('app.tenant_id', true), '')::"
                + type + ")";
    }

    private String seen(Kind kind, String setting) {
        String[] seen = {""};
        String outcome = attempt(() -> {
            scratch.execute("BEGIN; SET LOCAL ROLE $app; SET LOCAL app.tenant_id = " + Literal.text(setting));
            seen[0] = scratch.text("SELECT (SELECT count(*) FROM " + kind.house()
                    + ") || ' houses, ' || (SELECT count(*) FROM " + kind.guest() + ") || ' guests'");
            scratch.executeAsIs("COMMIT");
        });
        return outcome.equals("done") ? seen[0] : outcome;
    }

    private void as(String setting, String sql) {
        scratch.execute("BEGIN; SET LOCAL ROLE $app; SET LOCAL app.tenant_id = " + Literal.text(setting));
        scratch.executeAsIs(sql + "; COMMIT");
    }

    private String attempt(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (AssertionError refused) {
            scratch.executeAsIs("ROLLBACK");
            return "refused";
        }
    }

    private static Schema schema(Kind kind, String role) {
        return schema(kind.type(), kind.house(), kind.guest(), role);
    }

    private static Schema schema(String typed, String housed, String guested, String role) {
        ColumnType type = ColumnType.parse(typed);
        QualifiedName root = QualifiedName.parse(housed);
        Tenancy tenancy = new Tenancy(root, "id", "tenant_id", type, "app.tenant_id", role);
        Table house = Table.of(root, List.of(Column.of("id", type)))
                .withConstraints(List.of(new Constraint.PrimaryKey(housed + "_pkey", List.of("id"))))
                .withTenantScope(new TenantScope.Root("id"));
        Table guest = Table.of(QualifiedName.parse(guested), List.of(Column.of("name", ColumnType.builtin("text"))))
                .withConstraints(List.of(new Constraint.PrimaryKey(guested + "_pkey", List.of("name"))))
                .withTenantScope(new TenantScope.Scoped("tenant_id"));
        List<DeclaredTable> declared = List.of(
                new DeclaredTable(house, false, Set.of(), Set.of(), Set.of()),
                new DeclaredTable(guest, false, Set.of(), Set.of(), Set.of()));
        return new Schema(
                List.of(new Role(role)),
                List.of(),
                List.of(),
                List.of(),
                TableDeriver.derive(declared, Optional.of(tenancy)),
                Optional.of(tenancy));
    }
}
