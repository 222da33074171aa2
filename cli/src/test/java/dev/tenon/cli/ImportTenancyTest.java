package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code import --tenancy} recognizes the tenancy, says what is missing, and asks where that is unclear. */
class ImportTenancyTest {

    private static final String ORG = "CREATE TABLE org (id uuid PRIMARY KEY, name text)";

    private final TestDatabase database = DevPostgres.shared().database();
    private final Connection connection = database.connection();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path sources;

    ImportTenancyTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void whatIsMissingIsListedTableByTable() throws IOException, SQLException {
        execute(
                ORG,
                "CREATE TABLE orders (id int PRIMARY KEY, org_id uuid NOT NULL REFERENCES org, code text UNIQUE)",
                "CREATE TABLE order_item (id int PRIMARY KEY, order_id int NOT NULL REFERENCES orders)",
                "CREATE TABLE refund (id int PRIMARY KEY, item int NOT NULL REFERENCES order_item)",
                "CREATE TABLE label (id int PRIMARY KEY, org_id uuid NOT NULL)",
                "CREATE TABLE order_label (o int REFERENCES orders, l int REFERENCES label, PRIMARY KEY (o, l))",
                "CREATE TABLE draft (id int PRIMARY KEY, org_id uuid)",
                "CREATE TABLE legacy (id int PRIMARY KEY, org_id text NOT NULL)",
                "CREATE TABLE hint (id int PRIMARY KEY, order_id int REFERENCES orders)",
                "CREATE TABLE country (code text PRIMARY KEY)");
        assertThat(run("--tenancy", "org_id")).isZero();
        assertThat(out.toString().lines())
                .contains(
                        "Tenants are the rows of org; column org_id, setting app.org_id, role authenticated",
                        "Tenancy: orders: primary key (id) is unique across all tenants: kept with TenantKey.ID_ONLY",
                        "Tenancy: orders: orders_code_key is unique across all tenants: kept with global = true",
                        "Tenancy: orders: row-level security is off",
                        "Tenancy: orders: no policy compares org_id with app.org_id for authenticated",
                        "Tenancy: order_item: no column org_id; reachable by order_id → orders.org_id: added with"
                                + " @Backfill(\"(SELECT t1.org_id FROM public.orders t1 WHERE t1.id ="
                                + " order_item.order_id)\")",
                        "Tenancy: order_item: foreign key order_item_order_id_fkey (order_id) can reference a row of"
                                + " another tenant: it becomes (org_id, order_id)",
                        "Tenancy: refund: no column org_id; reachable by item → order_item → order_id → orders.org_id:"
                                + " added with @Backfill(\"(SELECT t2.org_id FROM public.order_item t1 JOIN"
                                + " public.orders t2 ON t2.id = t1.order_id WHERE t1.id = refund.item)\")",
                        "Tenancy: label: no foreign key from org_id to org: it is added, and rows without such a tenant"
                                + " stop that",
                        "Tenancy: draft: org_id is nullable, and becomes NOT NULL: add @Backfill(\"…\") with the tenant"
                                + " of rows that have none",
                        "Tenancy: country: no column org_id, and no foreign key leads to a tenant: add @Shared(reason ="
                                + " \"…\") if all tenants may see its rows, else the column",
                        "Decide: order_label: no column org_id, and several foreign keys lead to a tenant; add"
                                + " @TenantScoped and a member for the column, by l → label.org_id with"
                                + " @Backfill(\"(SELECT t1.org_id FROM public.label t1 WHERE t1.id = order_label.l)\"),"
                                + " or o → orders.org_id with @Backfill(\"(SELECT t1.org_id FROM public.orders t1 WHERE"
                                + " t1.id = order_label.o)\")",
                        "Decide: legacy: org_id is text, but the key of org is uuid: declare the member with that type"
                                + " and @ConvertUsing, and add @TenantScoped",
                        "Decide: hint: no column org_id, and only nullable foreign keys lead to a tenant; add"
                                + " @TenantScoped and a member for the column with @Backfill(\"…\")");
        assertThat(source("OrderItem"))
                .contains("@TenantScoped(primaryKey = TenantKey.ID_ONLY", "@Backfill(\"(SELECT t1.org_id")
                .contains("UUID orgId");
        assertThat(source("Country")).doesNotContain("Shared", "TenantScoped");
        assertThat(source("Org")).contains("@TenantRoot");
        assertThat(source("package-info"))
                .contains("tenancy = @Tenancy(root = app.Org.class, column = \"org_id\", setting = \"app.org_id\")");

        out.getBuffer().setLength(0);
        assertThat(run("--tenancy", "org_id", "--json")).isZero();
        assertThat(out.toString())
                .contains("\"tenancy\"", "\"root\": \"public.org\"", "\"kind\": \"decision\"", "\"object\": \"hint\"");
    }

    @Test
    void settingAndRoleAreThoseOfPolicies() throws IOException, SQLException {
        String role = "tenon_cli_tenants";
        execute(
                "DO $$ BEGIN CREATE ROLE " + role
                        + "; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$",
                "CREATE SCHEMA auth",
                "CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT"
                        + " (current_setting('request.jwt.claims', true)::jsonb ->> 'sub')::uuid $$",
                "CREATE FUNCTION tenant() RETURNS uuid STABLE RETURN nullif(current_setting('my.tenant', true), '')::uuid",
                ORG,
                "CREATE TABLE a (id int, org_id uuid NOT NULL REFERENCES org, PRIMARY KEY (org_id, id))",
                "ALTER TABLE a ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY by_function ON a TO " + role + " USING (org_id = (SELECT tenant()))",
                "CREATE POLICY by_claims ON a TO " + role + " USING (org_id = auth.uid())",
                "CREATE POLICY by_more ON a TO " + role + " USING (org_id = tenant() AND id > 0)",
                "GRANT SELECT ON a TO " + role,
                "CREATE TABLE b (id int, org_id uuid NOT NULL REFERENCES org, PRIMARY KEY (org_id, id))");
        assertThat(run("--tenancy", "org_id")).isZero();
        assertThat(out.toString())
                .contains(
                        "b: " + role + " gets (SELECT, INSERT, UPDATE, DELETE)",
                        "column org_id, setting my.tenant, role " + role,
                        "a: policy by_function is replaced by the derived ones",
                        "a: policy by_claims is kept as @Policy",
                        "a: policy by_claims compares the tenant with auth.uid(), which is not the value of one setting",
                        "a: policy by_more is kept as @Policy, but limits nothing any more",
                        "a: " + role + " gets (INSERT, UPDATE, DELETE)",
                        "Generate with --accept drop-policy:a.by_function")
                .doesNotContain("primary key");
        assertThat(source("A"))
                .contains("@TenantScoped\n", "name = \"by_claims\"", "name = \"by_more\"")
                .doesNotContain("by_function", "ID_ONLY");
    }

    @Test
    void withoutForeignKeysNamesAndValuesTellTheRoot() throws SQLException {
        execute(
                "CREATE TABLE organizations (id bigint PRIMARY KEY)",
                "CREATE TABLE organisers (id bigint PRIMARY KEY)",
                "CREATE TABLE orgs_by_name (id text PRIMARY KEY)",
                "CREATE TABLE work (id bigint PRIMARY KEY, org_id bigint NOT NULL)");
        assertThat(run("--tenancy", "org_id")).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "[TN675] several tables may be the tenant root: organisers (key id bigint), organizations (key"
                                + " id bigint)",
                        "--tenancy org_id --tenant-root public.organisers");
        execute("INSERT INTO organizations VALUES (7)", "INSERT INTO work VALUES (1, 7)");
        assertThat(run("--tenancy", "org_id")).isZero();
        assertThat(out.toString()).contains("Tenants are the rows of organizations;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            org_id     | CREATE TABLE a (id int)                                                                | no table has a column org_id
            customer   | CREATE TABLE k (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE a (customer int)       | --tenant-root
            org_id     | CREATE TABLE org (x int, y int UNIQUE, PRIMARY KEY (x)); CREATE TABLE a (org_id int REFERENCES org (y)) | which is not its primary key
            org_id     | CREATE TABLE o (x int PRIMARY KEY); CREATE TABLE p (x int PRIMARY KEY); CREATE TABLE a (org_id int REFERENCES o); CREATE TABLE b (org_id int REFERENCES p) | o (referenced by 1 table), p (referenced by 1 table)
            """)
    void whatIsUnclearIsAsked(String column, String sql, String message) throws SQLException {
        execute(sql);
        assertThat(run("--tenancy", column)).isEqualTo(1);
        assertThat(err.toString()).contains("[TN675]", message);
        assertThat(sources).isEmptyDirectory();
    }

    @Test
    void aKeyOfSeveralColumnsIsNoTenantRoot() throws SQLException {
        execute(
                "CREATE TABLE org (region text, id uuid, PRIMARY KEY (region, id), UNIQUE (id))",
                "CREATE TABLE work (id int PRIMARY KEY, org_id uuid NOT NULL REFERENCES org (id))");
        assertThat(run("--tenancy", "org_id")).isEqualTo(1);
        assertThat(err.toString()).contains("the tenant root org has the primary key [region, id]");
    }

    @Test
    void onlySourcesThatNobodyEditedAreReplaced() throws IOException, SQLException {
        execute(ORG, "CREATE TABLE work (id int PRIMARY KEY, org_id uuid NOT NULL REFERENCES org)");
        assertThat(run()).isZero();
        assertThat(run("--tenancy", "org_id")).isZero();
        assertThat(source("Work")).contains("@TenantScoped");
        assertThat(run("--tenancy", "org_id")).isZero();
        Path edited = sources.resolve("app/Work.java");
        Files.writeString(edited, source("Work") + "// mine\n");
        assertThat(run("--tenancy", "org_id")).isEqualTo(2);
        assertThat(err.toString()).contains("Work.java is edited", "commit these files and add --replace");
        assertThat(source("Work")).endsWith("// mine\n");
        assertThat(run("--tenancy", "org_id", "--replace")).isZero();
        assertThat(source("Work")).doesNotContain("// mine");
        assertThat(run()).isEqualTo(2);
        assertThat(run("--tenant-role", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("need --tenancy");
    }

    private String source(String name) throws IOException {
        return Files.readString(sources.resolve("app/" + name + ".java"));
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private int run(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("import", "--package", "app", "--sources", sources.toString()));
        arguments.addAll(List.of(more));
        return Main.commandLine(Map.of("DATABASE_URL", database.url()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
