package dev.tenon.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Tenon;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds the Maven project in {@code kotlin-check/project}, of modules in Kotlin and in Java. The versions of Kotlin and
 * its libraries come from Maven Central. The guide shows the files of the project and what the builds print.
 */
class KotlinProjectTest {

    private static final Path PROJECT = Path.of("project");
    private static final String CUSTOMER = "customers/src/main/kotlin/shop/customers/Customer.kt";

    @TempDir
    Path folder;

    private TenonRepository repository;
    private Path settings;
    private Path project;

    @BeforeEach
    void copyTheProject() throws IOException {
        Path local = Path.of(System.getProperty("tenon.local.repository"));
        repository = new TenonRepository(Files.createDirectories(folder.resolve("repository")), local);
        settings = repository.write();
        project = folder.resolve("shop");
        try (Stream<Path> files = Files.walk(PROJECT)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("target"))
                    .toList()) {
                Path copy = project.resolve(PROJECT.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @AfterEach
    void removeTheArtifacts() throws IOException {
        repository.removeFromLocal();
    }

    @Test
    void modulesInKotlinAndJavaMakeOneSchema() throws Exception {
        assertThat(maven("compile", "-Dtenon.generate=init")).contains("BUILD SUCCESS", "Tenon wrote 0001_init");
        Path migrations = project.resolve("app/src/main/resources/db/migrations");
        assertThat(Files.readString(migrations.resolve("0001_init.sql")))
                .contains("CREATE TABLE public.customer", "nickname text,", "\"limit\" bigint NOT NULL")
                .contains("CREATE TABLE public.\"order\"", "REFERENCES public.note (customer_id, id)")
                .contains("CREATE TABLE public.setting");
        edit("val nickname: String?,", "val nickname: String?, val phone: String?,");
        assertThat(maven("compile", "-Dtenon.generate=add_phone")).contains("Tenon wrote 0002_add_phone");
        assertThat(maven("compile", "-Dtenon.generate=nothing")).contains("already matches these classes");
        try (TestDatabase database = DevPostgres.shared().database()) {
            Tenon tenon = Tenon.configure()
                    .dataSource(database.dataSource())
                    .migrations(migrations)
                    .load();
            tenon.migrate();
            assertThat(tenon.verify().differences()).isEmpty();
        }
    }

    @Test
    void whatTheStubsLackIsReportedInTheKotlinSource() throws Exception {
        edit("val nickname: String?,", "val nickname: String?,\n    val `class`: String,\n    val count: UInt,");
        edit("@field:Column(name = \"class\") val customerClass: String,", "");
        edit("val shortName: String get() = nickname ?: name", "val shortName: String by lazy { name }");
        String said = maven("compile", "-pl", "customers");
        assertThat(said)
                .contains("BUILD FAILURE")
                .containsPattern("Customer.kt:29: error: \\[TN159] kapt leaves the property `class`")
                .containsPattern("Customer.kt:30: error: \\[TN161] count is a kotlin.UInt")
                .containsPattern("Customer.kt:\\d+: error: \\[TN161] shortName is delegated");
    }

    private void edit(String before, String after) throws IOException {
        Path file = project.resolve(CUSTOMER);
        String source = Files.readString(file);
        assertThat(source).contains(before);
        Files.writeString(file, source.replace(before, after));
    }

    /** What Maven prints. */
    private String maven(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "mvn",
                "-B",
                "-ntp",
                "-s",
                settings.toString(),
                "-Dmaven.repo.local=" + System.getProperty("tenon.local.repository"),
                "-Dtenon.version=" + TenonRepository.VERSION));
        command.addAll(List.of(arguments));
        Process maven = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        maven.waitFor();
        return said;
    }
}
