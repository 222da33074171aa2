package dev.tenon.cli.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations in other tools' folders are named as in their histories. */
class PreviousToolMigrationsTest {

    @TempDir
    Path folder;

    @Test
    void prismaHasAFolderForEachMigration() throws IOException {
        write("20240101120000_init/migration.sql", "CREATE TABLE a (id int);");
        write("20240102120000_more/migration.sql", "CREATE TABLE b (id int);");
        write("migration_lock.toml", "provider = \"postgresql\"");
        assertThat(PreviousToolMigrations.read(PreviousTool.PRISMA, folder))
                .isEqualTo(Map.of(
                        "20240101120000_init", "20240101120000_init",
                        "20240102120000_more", "20240102120000_more"));
    }

    @Test
    void flywayHasVersionedAndRepeatableMigrations() throws IOException {
        write("V1_2__init.sql", "");
        write("sub/V2024.01__more.sql", "");
        write("R__views.sql", "SELECT 1;\r\n");
        write("U2__undo.sql", "");
        write("V3__settings.sql.conf", "");
        write("README.md", "");
        assertThat(PreviousToolMigrations.read(PreviousTool.FLYWAY, folder).keySet())
                .containsExactly("1.2", "2024.01", "R__views.sql 78787420");
    }

    @Test
    void ebeanIsLikeFlywayWithoutInitMigrations() throws IOException {
        write("1.0__initial.sql", "");
        write("V1.1__more.sql", "");
        write("I__everything.sql", "");
        write("model/1.0__initial.model.xml", "");
        assertThat(PreviousToolMigrations.read(PreviousTool.EBEAN, folder).keySet())
                .containsExactly("1.0", "1.1");
    }

    @Test
    void liquibaseHasIncludedAndConditionalChangeSets() throws IOException {
        write("sql/a.sql", """
                --liquibase formatted sql
                --changeset ann:1
                SELECT 1;
                -- changeset "Bob B":"a b" labels:later
                SELECT 2;
                """);
        Path file = write("changelog.xml", """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                    <property name="x" value="y"/>
                    <include file="classpath:/sql/a.sql"/>
                    <changeSet id="2" author="ann" dbms="oracle"/>
                    <changeSet id="3" author="ann"/>
                </databaseChangeLog>
                """);
        assertThat(PreviousToolMigrations.read(PreviousTool.LIQUIBASE, file))
                .isEqualTo(Map.of("ann:1", "a.sql::1::ann", "ann:3", "changelog.xml::3::ann"));
    }

    @Test
    void liquibaseJsonIsReadLikeXml() throws IOException {
        write("more/deeper/b.sql", "--liquibase formatted sql\n--changeset bob:4\nSELECT 1;\n");
        write("inner.json", """
                {"databaseChangeLog": [{"changeSet": {"id": 3, "author": "ann", "changes": [{"sql": {"sql": "SELECT 1"}}]}}]}
                """);
        write("changelog.json", """
                {"databaseChangeLog": [
                    {"property": {"name": "x", "value": "y"}},
                    {"changeSet": {"id": "1", "author": "ann", "runOnChange": true, "changes": []}},
                    {"changeSet": {"id": "2", "author": "ann", "contextFilter": "demo"}},
                    {"include": {"file": "inner.yaml", "relativeToChangelogFile": true}},
                    {"includeAll": {"path": "more"}}]}
                """);
        Map<String, String> known =
                Map.of("ann:1", "changelog.json::1::ann", "ann:3", "inner.json::3::ann", "bob:4", "b.sql::4::bob");
        write("inner.yaml", "databaseChangeLog:\n");
        Path yaml = write("changelog.yml", "databaseChangeLog:\n");
        assertThat(PreviousToolMigrations.read(PreviousTool.LIQUIBASE, folder.resolve("changelog.json")))
                .isEqualTo(known);
        assertThat(PreviousToolMigrations.read(PreviousTool.LIQUIBASE, yaml)).isEqualTo(known);
        Path malformed = write("broken.json", "{\"databaseChangeLog\": [");
        assertThatThrownBy(() -> PreviousToolMigrations.read(PreviousTool.LIQUIBASE, malformed))
                .hasMessageContaining("broken.json");
    }

    @Test
    void unreadableFilesAreUsageErrors() throws IOException {
        Path yaml = write("changelog.yaml", "databaseChangeLog:\n");
        assertThatThrownBy(() -> PreviousToolMigrations.read(PreviousTool.LIQUIBASE, yaml))
                .hasMessageContaining(
                        "XML, JSON and formatted SQL only; convert a YAML file to a JSON file in the" + " same folder");
        Path outside = write("outside.xml", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>");
        assertThatThrownBy(() -> PreviousToolMigrations.read(PreviousTool.LIQUIBASE, outside))
                .hasMessageContaining("DOCTYPE");
        Path dangling = write(
                "dangling.xml", "<x xmlns='http://www.liquibase.org/xml/ns/dbchangelog'><include file='no.xml'/></x>");
        assertThatThrownBy(() -> PreviousToolMigrations.read(PreviousTool.LIQUIBASE, dangling))
                .hasMessageContaining("no.xml, which dangling.xml includes, does not exist");
        assertThatThrownBy(() -> PreviousToolMigrations.read(PreviousTool.PRISMA, folder.resolve("none")))
                .hasMessageContaining("specify their location with --known");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
