package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MutationFile.Mutation;
import dev.tenon.runtime.Research;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.schema.Schema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mutations of the tests change every attribute of the model that a database can have. */
class EveryAttributeTest {

    /**
     * The attributes that exist only in snapshots, and the names that identify an object: an object with another name
     * is another object.
     */
    private static final List<String> NOT_IN_DATABASES = List.of(
            "Tenancy\\..*",
            "TenantScope\\..*",
            "Schema.tenancy",
            "Table.tenantScope",
            "Column.retired",
            "View.shared",
            "View.dependsOn",
            "Partitioning.managedExternally",
            "(Role|Namespace|Extension|EnumType|Sequence|Table|Column|Constraint\\.\\w+|Index|Policy|View|ViewColumn|Partition)"
                    + "\\.name",
            "Grant.grantee");

    /** SQL-defined objects have no modelled attributes in the catalogs; verify compares each one as a whole. */
    private static final List<String> BY_THEIR_SQL = List.of("SqlObject\\..*", "Schema.objects");

    @Test
    void everyAttributeIsChangedByAMutation() throws SQLException, IOException {
        Set<String> changed = new TreeSet<>();
        Scratch research = Scratch.create();
        Schema schema = Research.schema(research.role("app"));
        research.role("other");
        Research.create(schema, research);
        try (MutatedDatabase database = MutatedDatabase.of(research, schema)) {
            collect(database, MutationTest.mutations(), changed);
        }
        Scratch workshop = Scratch.create(18);
        try (MutatedDatabase database = MutatedDatabase.of(workshop, Workshop.create(workshop))) {
            collect(database, WorkshopMutationTest.mutations(), changed);
        }
        List<String> needless =
                Stream.concat(NOT_IN_DATABASES.stream(), BY_THEIR_SQL.stream()).toList();
        assertThat(ModelAttributes.all().stream()
                        .filter(attribute -> needless.stream().noneMatch(attribute::matches))
                        .filter(attribute -> !changed.contains(attribute)))
                .isEmpty();
    }

    private static void collect(MutatedDatabase database, Stream<Mutation> mutations, Set<String> changed)
            throws SQLException {
        CatalogScope scope = CatalogScope.of(database.schema());
        Schema before =
                CatalogReader.read(database.scratch().connection(), scope).schema();
        for (Mutation mutation : mutations.toList()) {
            database.look(
                    mutation,
                    (connection, statement) -> ModelAttributes.addDifferent(
                            before,
                            CatalogReader.readInTransaction(connection, scope).schema(),
                            changed));
        }
    }
}
