package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    private static final ColumnType TEXT = ColumnType.builtin("text");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void startsFromAPlanWithATitle() throws IOException {
        compile(plan("plan", "title"));
        assertThat(generate("init")).as(output()).isZero();
        out.getBuffer().setLength(0);
    }

    @Test
    void writesTheNextMigrationAndPrintsEachStatementWithItsLock() throws IOException {
        compile(plan("plan", "title", "notes"));
        assertThat(generate("add_notes")).as(output()).isZero();
        assertThat(migrations()).containsExactly("0001_init.sql", "0002_add_notes.sql", "meta");
        assertThat(out.toString())
                .contains("Wrote 0002_add_notes: 1 statements in 1 steps")
                .contains("ACCESS EXCLUSIVE on plan; metadata only: ALTER TABLE public.plan ADD COLUMN notes text");
        assertThat(directory().check()).isEmpty();
    }

    @Test
    void namesTheProcessorIfClassesWereCompiledWithoutIt() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("plain/shop"));
        Files.writeString(classes.resolve("Item.class"), "..Ldev/tenon/annotation/Table;..");
        assertThat(run(
                        "generate",
                        "--name",
                        "next",
                        "--classes",
                        folder.resolve("plain").toString()))
                .isEqualTo(1);
        assertThat(output())
                .contains("[TN640]", "plain has classes with annotations", "such as shop/Item.class")
                .contains("tenon-processor to the annotationProcessorPaths of maven-compiler-plugin");
        Files.writeString(classes.resolve("Kind.class"), "..Ldev/tenon/annotation/Table;..Lkotlin/Metadata;..");
        run("generate", "--name", "next", "--classes", folder.resolve("plain").toString());
        assertThat(output()).contains("such as shop/Kind.class", "only through kapt", "kotlin-maven-plugin");
    }

    @Test
    void writesNothingIfNothingChanged() throws IOException {
        Map<String, String> before = files();
        assertThat(generate("nothing")).isZero();
        assertThat(out.toString()).startsWith("No migration written");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void recordsManualSqlIfNothingElseChanged() throws IOException {
        Files.writeString(
                folder.resolve("migrations/0001_init.sql"),
                Files.readString(folder.resolve("migrations/0001_init.sql")) + "\n-- tenon:manual\nSELECT 1;\n");
        assertThat(generate("nothing")).isZero();
        assertThat(out.toString()).contains("recorded the handwritten SQL");
        assertThat(directory().check()).isEmpty();
    }

    @Test
    void aDryRunPrintsTheSqlAndWritesNothing() throws IOException {
        Map<String, String> before = files();
        compile(plan("plan", "title", "notes"));
        assertThat(generate("add_notes", "--dry-run")).isZero();
        assertThat(out.toString()).contains("ALTER TABLE public.plan ADD COLUMN notes text;");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aDropNeedsTheAcceptanceTokenThatItPrints() throws IOException {
        Map<String, String> before = files();
        compile(plan("plan"));
        assertThat(generate("drop_title")).isEqualTo(1);
        assertThat(out.toString()).startsWith("[TN402]").contains("--accept drop-column:plan.title");
        assertThat(files()).isEqualTo(before);
        assertThat(generate("drop_title", "--accept", "drop-column:plan.title")).isZero();
        assertThat(migrations()).contains("0002_drop_title.sql");
    }

    @Test
    void aRenameOptionWritesTheSameAsADeclaredRename() throws IOException {
        compile(plan("project", "label"));
        assertThat(generate("rename", "--rename", "plan.title=project.label", "--rename", "plan=project"))
                .as(output())
                .isZero();
        String byOption = Files.readString(folder.resolve("migrations/0002_rename.sql"));
        assertThat(byOption)
                .contains("RENAME TO project")
                .contains("RENAME COLUMN title TO label")
                .doesNotContain("DROP");
        assertThat(byOption).isEqualTo(declared());
    }

    private String declared() {
        QualifiedName project = QualifiedName.parse("project");
        MigrationHints hints = new MigrationHints(
                Map.of(ObjectPath.table(project), "plan", ObjectPath.column(project, "label"), "title"),
                Map.of(),
                Map.of());
        MigrationDirectory other = MigrationDirectory.at(folder.resolve("other"));
        NextMigration.next(other, compiled(plan("plan", "title"), MigrationHints.NONE), Set.of())
                .write(other, "init");
        return NextMigration.next(other, compiled(plan("project", "label"), hints), Set.of())
                .sql("rename");
    }

    @Test
    void aRenameOfNothingIsAUsageErrorAndWritesNothing() throws IOException {
        Map<String, String> before = files();
        compile(plan("plan", "label"));
        assertThat(generate("rename", "--rename", "plan.titel=plan.label")).isEqualTo(2);
        assertThat(err.toString()).contains("TN690").contains("'plan.titel=plan.label' matches no rename");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void anInvalidNameIsAUsageError() throws IOException {
        compile(plan("plan", "title", "notes"));
        assertThat(generate("../notes")).isEqualTo(2);
        assertThat(migrations()).containsExactly("0001_init.sql", "meta");
    }

    @Test
    void jsonContainsTheFindingsAndTheirAcceptanceTokens() throws IOException {
        compile(plan("plan"));
        assertThat(generate("drop_title", "--json")).isEqualTo(1);
        assertThat(out.toString()).startsWith("{").contains("\"acceptance\": \"drop-column:plan.title\"");
    }

    @Test
    void dropRemovesTheNewestMigrationToTheByte() throws IOException {
        Map<String, String> before = files();
        compile(plan("plan", "title", "notes"));
        assertThat(generate("add_notes")).isZero();
        assertThat(run("drop", "--migrations", migrationsFolder())).as(output()).isZero();
        assertThat(out.toString()).contains("Dropped 0002_add_notes; no database was checked");
        assertThat(files()).isEqualTo(before);
    }

    private int generate(String name, String... options) {
        Stream<String> all = Stream.concat(
                Stream.of(
                        "generate", "--name", name, "--migrations", migrationsFolder(), "--classes", folder.toString()),
                Stream.of(options));
        return run(all.toArray(String[]::new));
    }

    private int run(String... args) {
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String output() {
        return out + "\n" + err;
    }

    private String migrationsFolder() {
        return folder.resolve("migrations").toString();
    }

    private MigrationDirectory directory() {
        return MigrationDirectory.at(folder.resolve("migrations"));
    }

    private void compile(Schema schema) throws IOException {
        Path file = folder.resolve(CompiledSnapshot.RESOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, SnapshotJson.writeCompiled(compiled(schema, MigrationHints.NONE)));
    }

    private static CompiledSnapshot compiled(Schema schema, MigrationHints hints) {
        return new CompiledSnapshot(schema, hints, Map.of());
    }

    private static Schema plan(String relation, String... texts) {
        QualifiedName name = QualifiedName.parse(relation);
        List<Column> columns = new ArrayList<>(List.of(Column.of("id", ColumnType.builtin("uuid"))));
        Stream.of(texts).forEach(text -> columns.add(Column.of(text, TEXT).withNullable(true)));
        Table table = Table.of(name, columns)
                .withConstraints(List.of(new Constraint.PrimaryKey(relation + "_pkey", List.of("id"))));
        return new Schema(
                List.of(),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(),
                List.of(table),
                Optional.empty());
    }

    private List<String> migrations() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("migrations"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
