package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.ShopSchema;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Pending changes are not drift: verify compares with the applied migrations and reports the pending ones. */
class PendingVerifyTest {

    private static final String RENAME = """
            -- tenon:step 1
            ALTER TABLE public.customer RENAME COLUMN name TO title;
            """;

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    private MigrationsFolder folder;

    PendingVerifyTest() throws SQLException {}

    @BeforeEach
    void applyTheFirst() {
        folder = new MigrationsFolder(temp.resolve("migrations")).generate("init", ShopSchema.of("customer"));
        tenon().migrate();
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void pendingMigrationsAreReportedWithoutTheirStatements() {
        renameAndAdd();
        for (String[] options : new String[][] {{}, {"--full"}, {"--full", "--strict"}}) {
            assertThat(verify(options)).isEqualTo("""
                            3 2 pending: run 'tenon migrate'
                            Verified: 1 tables, no drift from the applied migrations
                            """);
        }
        VerifyResult result = tenon().verify();
        assertThat(result.pending())
                .map(each -> each.migration().toString())
                .containsExactly("0002_rename", "0003_add_order");
        assertThat(result.clean()).isFalse();
        assertThat(result.differences()).isEmpty();
    }

    @Test
    void differencesOutsidePendingMigrationsAreDrift() {
        renameAndAdd();
        scratch.execute("ALTER TABLE customer ADD COLUMN crept_in text");
        assertThat(verify())
                .startsWith("""
                        4 column customer.crept_in is unexpected: text
                        2 pending: run 'tenon migrate'
                        Verified: 1 tables, 1 differences
                        """)
                .contains("ALTER TABLE public.customer DROP COLUMN crept_in;")
                .doesNotContain("RENAME")
                .doesNotContain("title")
                .doesNotContain("shop_order");
    }

    @Test
    void theJsonDocumentNamesPendingMigrations() {
        renameAndAdd();
        assertThat(verify("--json"))
                .startsWith("3 {")
                .contains("\"number\": 2", "\"name\": \"rename\"", "\"state\": \"pending\"")
                .contains("\"number\": 3", "\"name\": \"add_order\"")
                .contains("\"differences\": []", "\"corrections\": []", "\"problems\": []");
    }

    @Test
    void afterMigratingNothingIsPending() {
        renameAndAdd();
        tenon().migrate();
        assertThat(verify()).isEqualTo("0 Verified: 2 tables, no drift\n");
        assertThat(verify("--full", "--strict")).isEqualTo("0 Verified: 2 tables, no drift\n");
        assertThat(tenon().verify().clean()).isTrue();
    }

    @Test
    void aMigrationSkippedBelowAnotherIsUndoneAlone() {
        folder.generate("add_order", ShopSchema.of("customer", "shop_order"))
                .generate("add_invoice", ShopSchema.of("customer", "invoice", "shop_order"));
        tenon().migrate();
        scratch.execute("DROP TABLE shop_order; DELETE FROM tenon.history WHERE number = 2");
        assertThat(verify()).isEqualTo("""
                        3 1 pending: run 'tenon migrate'
                        Verified: 2 tables, no drift from the applied migrations
                        """);
        scratch.execute("ALTER TABLE invoice DROP COLUMN name");
        assertThat(verify()).startsWith("4 column invoice.name is missing: text\n1 pending");
    }

    @Test
    void aLaterMigrationThatDependsOnTheSkippedOneIsNotUndone() {
        folder.generate("add_order", ShopSchema.of("customer", "shop_order"))
                .generate(
                        "more",
                        ShopSchema.of(ShopSchema.table("customer"), with(ShopSchema.table("shop_order"), "note")));
        tenon().migrate();
        scratch.execute("DELETE FROM tenon.history WHERE number = 2");
        assertThat(verify())
                .startsWith("3 Not compared: everything: an applied migration depends on a pending one")
                .contains("1 pending: run 'tenon migrate'")
                .doesNotContain("no drift");
    }

    @Test
    void aDatabaseAheadOfTheDirectoryIsReportedAndNotUndone() throws IOException {
        MigrationsFolder old = folder.branch(temp.resolve("old"));
        folder.add("nick", """
                -- tenon:step 1
                ALTER TABLE public.customer ADD COLUMN nick text;
                """, ShopSchema.of(with(ShopSchema.table("customer"), "nick")));
        tenon().migrate();
        folder = old;
        assertThat(verify()).startsWith("""
                        4 column customer.nick is unexpected: text
                        Out of step: [TN614] the database is ahead: it has applied 0002_nick on \
                        """).doesNotContain("DROP COLUMN");
        assertThat(verify("--json")).contains("\"code\": \"TN614\"").contains("\"corrections\": []");
        scratch.execute("ALTER TABLE customer DROP COLUMN nick");
        assertThat(verify())
                .startsWith("3 Out of step: [TN614]")
                .endsWith("Verified: 1 tables, no drift from the applied migrations\n");
    }

    @Test
    void anEmptyDatabaseWithoutAHistoryIsPending() throws SQLException {
        renameAndAdd();
        try (Scratch empty = Scratch.create()) {
            empty.execute("CREATE TABLE another (id bigint)");
            assertThat(verify(empty)).isEqualTo("""
                            3 3 pending: run 'tenon migrate'
                            Verified: 0 tables, no drift from the applied migrations
                            """);
            empty.execute("CREATE TABLE customer (id bigint PRIMARY KEY, title text NOT NULL)");
            assertThat(verify(empty)).startsWith("4 table shop_order is missing\nVerified: 2 tables, 1 differences\n");
            empty.execute("CREATE TABLE shop_order (id bigint PRIMARY KEY, name text NOT NULL)");
            assertThat(verify(empty)).isEqualTo("0 Verified: 2 tables, no drift\n");
        }
    }

    @Test
    void pendingTenancyNeedsNoProof() throws SQLException {
        try (Scratch empty = Scratch.create()) {
            folder = new MigrationsFolder(temp.resolve("tenants"))
                    .generate("tenants", Research.schema(empty.role("app")));
            assertThat(verify(empty, "--isolation"))
                    .startsWith("3 1 pending: run 'tenon migrate'\n")
                    .contains("Isolation: not proved");
        }
    }

    private void renameAndAdd() {
        Table renamed = Table.of(
                        ShopSchema.table("customer").name(),
                        List.of(
                                Column.of("id", ColumnType.builtin("bigint")),
                                Column.of("title", ColumnType.builtin("text"))))
                .withConstraints(ShopSchema.table("customer").constraints());
        folder.add("rename", RENAME, ShopSchema.of(renamed))
                .generate("add_order", ShopSchema.of(renamed, ShopSchema.table("shop_order")));
    }

    private static Table with(Table table, String column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(Column.of(column, ColumnType.builtin("text")).withNullable(true));
        return table.withColumns(columns);
    }

    private Tenon tenon() {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(folder.path())
                .listener(event -> {})
                .load();
    }

    private String verify(String... options) {
        return verify(scratch, options);
    }

    private String verify(Scratch where, String... options) {
        StringWriter out = new StringWriter();
        CommandLine commandLine =
                Main.commandLine(Map.of("DATABASE_URL", where.database().url()));
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(new StringWriter()));
        String[] arguments = Stream.concat(
                        Stream.of("verify", "--migrations", folder.path().toString()), Stream.of(options))
                .toArray(String[]::new);
        return commandLine.execute(arguments) + " " + out;
    }
}
