package dev.tenon.schema.internal.derive;

import static dev.tenon.schema.Samples.NOTE;
import static dev.tenon.schema.Samples.ORGANIZATION;
import static dev.tenon.schema.Samples.PLAN;
import static dev.tenon.schema.Samples.TENANCY;
import static dev.tenon.schema.Samples.UUID;
import static dev.tenon.schema.Samples.id;
import static dev.tenon.schema.Samples.key;
import static dev.tenon.schema.Samples.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Deferrability;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenant-scoped table gets everything that isolates its rows from other tenants, and nothing else changes. */
class TenantIsolationDeriverTest {

    private static final TenantScope SCOPED = new TenantScope.Scoped("organization_id");
    private static final String CURRENT = "NULLIF(current_setting('app.tenant_id', true), '')::uuid";

    private final DeclaredTable organization = plain(Table.of(ORGANIZATION, List.of(id()))
            .withConstraints(List.of(key(ORGANIZATION, "id")))
            .withTenantScope(new TenantScope.Root("id")));
    private final Table plan = Table.of(PLAN, List.of(id()))
            .withConstraints(List.of(key(PLAN, "id")))
            .withTenantScope(SCOPED);
    private final Table note = Table.of(NOTE, List.of(id(), Column.of("plan_id", UUID)))
            .withConstraints(List.of(key(NOTE, "id"), reference(NOTE, "plan_id", PLAN)))
            .withTenantScope(SCOPED);

    @Test
    void tenantColumnComesFromTheSettingAndReferencesTheRoot() {
        Table fenced = fence(plan);
        assertThat(fenced.columns().get(0))
                .isEqualTo(Column.of("organization_id", UUID)
                        .withDefault(Optional.of(new ColumnDefault.Expression(CURRENT))));
        assertThat(fenced.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.target()).isEqualTo(ORGANIZATION);
            assertThat(key.columns()).containsExactly("organization_id");
            assertThat(key.onDelete()).isEqualTo(ForeignKeyAction.CASCADE);
        });
    }

    @Test
    void declaredTenantColumnStaysWhereItIs() {
        Table declared = plan.withColumns(List.of(id(), Column.of("organization_id", UUID)));
        assertThat(fence(declared).columns()).extracting(Column::name).containsExactly("id", "organization_id");
    }

    @Test
    void keysUniquesAndIndexesLeadWithTheTenant() {
        Table declared = plan.withConstraints(List.of(
                        key(PLAN, "id"),
                        new Constraint.Unique("u", List.of("id"), false, Deferrability.NOT_DEFERRABLE)))
                .withIndexes(List.of(
                        Index.of("i", "btree", List.of(IndexKey.column("id"))),
                        Index.of("g", "gin", List.of(IndexKey.column("id")))));
        Table fenced = fence(declared);
        assertThat(fenced.primaryKey().orElseThrow().columns()).containsExactly("organization_id", "id");
        assertThat(fenced.constraints(Constraint.Unique.class))
                .singleElement()
                .satisfies(unique -> assertThat(unique.columns()).containsExactly("organization_id", "id"));
        assertThat(fenced.indexes()).extracting(index -> index.keys().size()).containsExactly(1, 2);
    }

    @Test
    void noIndexHasTheTenantTwice() {
        List<List<String>> declared = List.of(
                List.of("id"),
                List.of("organization_id"),
                List.of("organization_id", "id"),
                List.of("id", "organization_id"),
                List.of("id", "organization_id", "title"));
        List<Index> indexes = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>(List.of(key(PLAN, "id")));
        for (List<String> columns : declared) {
            String name = String.join("_", columns);
            indexes.add(Index.of(
                    name, "btree", columns.stream().map(IndexKey::column).toList()));
            constraints.add(new Constraint.Unique("u_" + name, columns, false, Deferrability.NOT_DEFERRABLE));
        }
        Table fenced = fence(plan.withColumns(
                        List.of(id(), Column.of("organization_id", UUID), Column.of("title", ColumnType.builtin("text"))))
                .withConstraints(constraints)
                .withIndexes(indexes));
        List<List<String>> keys = new ArrayList<>(fenced.indexes().stream()
                .map(index -> index.keys().stream()
                        .flatMap(key -> key.column().stream())
                        .toList())
                .toList());
        fenced.constraints(Constraint.Unique.class).forEach(unique -> keys.add(unique.columns()));
        assertThat(keys).hasSize(2 * declared.size()).allSatisfy(columns -> assertThat(columns)
                .doesNotHaveDuplicates()
                .contains("organization_id"));
        assertThat(keys).contains(List.of("id", "organization_id"), List.of("id", "organization_id", "title"));
    }

    @Test
    void whatIsGlobalOrUnledStaysAsItIs() {
        Table declared = plan.withConstraints(List.of(
                        key(PLAN, "id"),
                        new Constraint.Unique("u", List.of("id"), false, Deferrability.NOT_DEFERRABLE)))
                .withIndexes(List.of(Index.of("i", "btree", List.of(IndexKey.column("id")))));
        Table fenced = derive(new DeclaredTable(declared, false, Set.of("u"), Set.of("i"), Set.of()));
        assertThat(fenced.constraints(Constraint.Unique.class))
                .singleElement()
                .satisfies(unique -> assertThat(unique.columns()).containsExactly("id"));
        assertThat(fenced.indexes()).extracting(index -> index.keys().size()).containsExactly(1);
    }

    @Test
    void plainKeyIsKeptOnDemandAndReferencedByAUniqueOne() {
        List<Table> tables = TableDeriver.derive(
                List.of(organization, new DeclaredTable(plan, true, Set.of(), Set.of(), Set.of()), plain(note)),
                Optional.of(TENANCY));
        Table kept = tables.get(1);
        assertThat(kept.primaryKey().orElseThrow().columns()).containsExactly("id");
        assertThat(kept.constraints(Constraint.Unique.class))
                .singleElement()
                .satisfies(unique -> assertThat(unique.columns()).containsExactly("organization_id", "id"));
    }

    @Test
    void referenceBetweenTenantTablesTakesTheTenantWithIt() {
        Table fenced = fence(note);
        assertThat(named(fenced, "note_plan_id_fkey")).satisfies(key -> {
            assertThat(key.columns()).containsExactly("organization_id", "plan_id");
            assertThat(key.targetColumns()).containsExactly("organization_id", "id");
        });
        assertThat(fenced.indexes())
                .as("the reference finds its rows by an index")
                .singleElement()
                .satisfies(index -> assertThat(index.name()).isEqualTo("note_plan_id_idx"));
    }

    @Test
    void setNullNeverTouchesTheTenant() {
        Constraint.ForeignKey own = reference(NOTE, "plan_id", PLAN);
        Table declared = note.withConstraints(List.of(
                key(NOTE, "id"),
                Constraint.ForeignKey.of(own.name(), own.columns(), PLAN, List.of("id"))
                        .withOnDelete(ForeignKeyAction.SET_NULL, List.of())));
        assertThat(named(fence(declared), own.name()).onDeleteColumns()).containsExactly("plan_id");
    }

    @Test
    void fourPoliciesAndAFenceReadTheSettingOncePerStatement() {
        String own = "organization_id = (SELECT " + CURRENT + ")";
        Table fenced = fence(plan);
        assertThat(fenced.rowSecurity()).isEqualTo(RowSecurity.FORCED);
        assertThat(fenced.policies())
                .extracting(
                        Policy::name,
                        Policy::permissive,
                        policy -> policy.using().orElse("-"),
                        policy -> policy.check().orElse("-"))
                .containsExactly(
                        tuple("tenant_delete", true, own, "-"),
                        tuple("tenant_fence", false, own, own),
                        tuple("tenant_insert", true, "-", own),
                        tuple("tenant_select", true, own, "-"),
                        tuple("tenant_update", true, own, own));
        assertThat(fenced.grants())
                .containsExactly(new Grant(
                        TENANCY.role(),
                        List.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE)));
    }

    @Test
    void rootIsFencedByItsOwnKey() {
        Table root =
                TableDeriver.derive(List.of(organization), Optional.of(TENANCY)).get(0);
        assertThat(root.policies())
                .allSatisfy(
                        policy -> assertThat(policy.using().or(policy::check).orElseThrow())
                                .startsWith("id = (SELECT "));
        assertThat(root.columns()).extracting(Column::name).containsExactly("id");
    }

    @Test
    void sharedTableStaysAsItIs() {
        Table shared = plan.withTenantScope(new TenantScope.Shared("a catalogue"));
        assertThat(fence(shared)).isEqualTo(shared);
    }

    @Test
    void textTenantNeedsNoCast() {
        TenantPolicyTemplate template = new TenantPolicyTemplate(
                new Tenancy(ORGANIZATION, "id", "org", ColumnType.builtin("text"), "app.o'rg", "app"));
        assertThat(template.columnDefault())
                .isEqualTo(new ColumnDefault.Expression("NULLIF(current_setting('app.o''rg', true), '')"));
    }

    /** A cast that truncates or rounds would convert a text that is not a tenant's key to the key of a tenant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            uuid                | $::uuid
            varchar             | $::varchar
            varchar(4)          | $::varchar
            char(4)             | $::bpchar
            bit(3)              | $::"bit"
            numeric(3,0)        | $::numeric
            varchar(4)[]        | $::varchar[]
            date                | CASE WHEN $::date::text COLLATE "C" = $ THEN $::date END
            timestamp(0)        | CASE WHEN $::timestamp(0)::text COLLATE "C" = $ THEN $::timestamp(0) END
            public.short_code   | CASE WHEN $::public.short_code::text COLLATE "C" = $ THEN $::public.short_code END
            """)
    void settingIsComparedAsItIs(String type, String compared) {
        TenantPolicyTemplate template = new TenantPolicyTemplate(
                new Tenancy(ORGANIZATION, "id", "org", ColumnType.parse(type), "app.org", "app"));
        String setting = "NULLIF(current_setting('app.org', true), '')";
        assertThat(template.policies("org"))
                .allSatisfy(policy -> assertThat(policy.using().or(policy::check))
                        .contains("org = (SELECT " + compared.replace("$", setting) + ")"));
    }

    @Test
    void columnIsFilledWithNothingThatItWouldCut() {
        TenantPolicyTemplate template = new TenantPolicyTemplate(
                new Tenancy(ORGANIZATION, "id", "org", ColumnType.parse("numeric(3,0)"), "app.org", "app"));
        String setting = "NULLIF(current_setting('app.org', true), '')";
        assertThat(template.columnDefault())
                .isEqualTo(new ColumnDefault.Expression(
                        "CASE WHEN $::numeric = $::numeric(3,0) THEN $::numeric(3,0) END".replace("$", setting)));
    }

    private Table fence(Table table) {
        return derive(plain(table));
    }

    private Table derive(DeclaredTable declared) {
        List<DeclaredTable> all = declared.table().name().equals(PLAN)
                ? List.of(organization, declared)
                : List.of(organization, plain(plan), declared);
        List<Table> derived = TableDeriver.derive(all, Optional.of(TENANCY));
        return derived.get(derived.size() - 1);
    }

    private static Constraint.ForeignKey named(Table table, String name) {
        return table.foreignKeys().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static DeclaredTable plain(Table table) {
        return new DeclaredTable(table, false, Set.of(), Set.of(), Set.of());
    }
}
