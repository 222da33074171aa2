package dev.tenon.imported.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Deploys versions of entities one after the other, as a build and a migrator do. */
record Deployments(Path folder, DataSource migrator) {

    /** Generates and applies a migration, verifies strictly, and expects that nothing is left to generate. */
    EntityBuild deploy(Map<String, String> sources, String accepted) throws IOException {
        EntityBuild build = EntityBuild.of(
                sources,
                List.of(
                        "-proc:only",
                        "-Atenon.metamodel=false",
                        "-Atenon.migrations=" + folder,
                        "-Atenon.accept=" + accepted,
                        "-Atenon.generate=version"));
        assertThat(build.errors()).isEmpty();
        tenon().migrate();
        assertThat(tenon().verifyStrictly().differences())
                .extracting(Difference::toString)
                .isEmpty();
        MigrationDraft again = NextMigration.next(MigrationDirectory.at(folder), build.compiled(), Set.of())
                .draft();
        assertThat(again.changes()).isEmpty();
        return build;
    }

    /** Returns the migrator. */
    Tenon tenon() {
        return as(migrator);
    }

    /** Returns the library with the same migrations for another login role. */
    Tenon as(DataSource source) {
        return Tenon.configure().dataSource(source).migrations(folder).load();
    }
}
