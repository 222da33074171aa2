package dev.tenon.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The entities of a package, and the schema that Tenon derives from them. */
enum EntitySet {
    /** Typical entities of an application, without Tenon's annotations. */
    SHOP,
    /** Entities with every kind of access, embedding and override, and with Tenon's annotations. */
    CLINIC;

    private String packageName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Path sources() {
        return Path.of("src/test/java", packageName());
    }

    /** The classes for Hibernate. */
    List<Class<?>> classes() throws IOException {
        try (Stream<Path> files = Files.list(sources())) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .sorted()
                    .<Class<?>>map(this::load)
                    .toList();
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(packageName() + "." + name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The schema that the processor reads. */
    MigrationDraft draft(Naming naming, Path output) throws IOException {
        CompiledEntities compiled = CompiledEntities.of(sources(), output, naming);
        assertThat(compiled.errors()).isEmpty();
        MigrationDraft draft = compiled.draft();
        assertThat(draft.findings()).isEmpty();
        return draft;
    }

    /** Starts Hibernate with the classes. */
    Hibernate hibernate(TestDatabase database, Naming naming, String action) throws IOException {
        return new Hibernate(classes(), EntitySet.class.getClassLoader(), database.jdbcUrl(), naming, action);
    }
}
