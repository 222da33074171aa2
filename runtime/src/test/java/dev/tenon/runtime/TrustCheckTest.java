package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.internal.catalog.CatalogFingerprint;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Grant;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Role;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Tenancy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Nothing runs with the migrator's privileges while others can decide what it means; a forged history is not believed. */
class TrustCheckTest {

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    TrustCheckTest() throws SQLException {}

    @BeforeEach
    void generate() {
        new MigrationsFolder(temp).generate("init", ShopSchema.of("customer"));
        scratch.role("other");
        scratch.role("group");
        scratch.role("migrator");
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLIC", "$other"})
    void nobodyElseMayCreateInTheSchemaOfUnqualifiedNames(String creator) {
        scratch.execute("GRANT CREATE ON SCHEMA public TO " + creator);
        assertThatThrownBy(() -> tenon().migrate())
                .hasMessageStartingWith(
                        scratch.named("[TN670] in schema public, which the statements of migrations use, " + creator
                                + " may create functions that run with the privileges of the migrator; REVOKE CREATE ON"
                                + " SCHEMA public FROM " + creator));
        assertThat(scratch.text("SELECT to_regclass('customer') IS NULL AND to_regnamespace('tenon') IS NULL"))
                .isEqualTo("t");
        scratch.execute("REVOKE CREATE ON SCHEMA public FROM " + creator);
        assertThat(tenon().migrate().applied()).isNotEmpty();
    }

    /** A migration that a reviewer has approved declares it; the application role is no such role. */
    @ParameterizedTest
    @ValueSource(strings = {"other", "group"})
    void aDeclaredCreatorIsTrustedUnlessItIsTheApplicationRole(String creator, @TempDir Path folder) {
        new MigrationsFolder(folder).generate("init", declaring(scratch.role(creator)));
        scratch.execute("GRANT CREATE ON SCHEMA public TO $" + creator);
        Tenon tenon = tenon(scratch.database().dataSource(), folder);
        if (creator.equals("group")) {
            assertThatThrownBy(tenon::migrate).hasMessageContaining("[TN670]");
        } else {
            assertThat(tenon.migrate().applied()).isNotEmpty();
            assertThat(tenon.verifyStrictly().differences()).isEmpty();
        }
    }

    private Schema declaring(String role) {
        Schema schema = ShopSchema.of("customer");
        return schema.withNamespaces(List.of(new Namespace(
                        "public", List.of(new Grant(role, List.of(Privilege.USAGE, Privilege.CREATE))))))
                .withRoles(List.of(new Role(role)))
                .withTenancy(Optional.of(new Tenancy(
                        new QualifiedName("public", "customer"),
                        "id",
                        "customer_id",
                        ColumnType.builtin("bigint"),
                        "app.tenant",
                        scratch.role("group"))));
    }

    /** They may become the owner, and have all of its privileges. */
    @Test
    void membersOfTheOwnerMayCreate() {
        scratch.execute("""
                GRANT $migrator TO $group; GRANT $group TO $other;
                ALTER DATABASE $database OWNER TO $migrator;
                GRANT CREATE ON SCHEMA public TO $other;
                """.replace("$database", scratch.text("SELECT quote_ident(current_database())")));
        assertThat(tenon().migrate().applied()).isNotEmpty();
    }

    /** A baseline runs nothing; the next migration refuses what it reports. */
    @Test
    void aBaselineReportsWhoMayCreate() {
        tenon().migrate();
        scratch.execute("DROP SCHEMA tenon CASCADE; GRANT CREATE ON SCHEMA public TO $other");
        List<String> events = new ArrayList<>();
        Tenon tenon = Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(event -> events.add(event.text()))
                .load();
        assertThat(tenon.baseline().isCurrent()).isTrue();
        assertThat(events)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("before the next migration: [TN670]")
                        .contains(scratch.role("other")));
        new MigrationsFolder(temp).generate("more", ShopSchema.of("customer", "product"));
        assertThatThrownBy(tenon::migrate).hasMessageContaining("[TN670]");
    }

    /** The owner of the database owns the schema, by the role pg_database_owner. */
    @Test
    void theMigratorItsGroupAndSuperusersMayCreate() {
        scratch.execute("""
                GRANT CREATE ON SCHEMA public TO $migrator, $group;
                GRANT CREATE ON DATABASE $database TO $migrator;
                GRANT $group TO $migrator;
                ALTER ROLE $other SUPERUSER;
                GRANT CREATE ON SCHEMA public TO $other;
                """.replace("$database", scratch.text("SELECT quote_ident(current_database())")));
        scratch.execute("ALTER ROLE $migrator LOGIN PASSWORD 'secret'");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        source.setUser(scratch.role("migrator"));
        source.setPassword("secret");
        assertThat(tenon(source).migrate().applied()).isNotEmpty();
    }

    /** The creator of a role administers it; that is no reason to trust those who use it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET ROLE $migrator; CREATE ROLE $made; RESET ROLE",
                "GRANT $group TO $migrator; CREATE ROLE $made"
            })
    void aRoleThatOthersUseIsNotTrustedBecauseTheMigratorIsAMember(String setup) {
        scratch.role("made");
        scratch.execute("DROP ROLE $made; ALTER ROLE $migrator LOGIN CREATEROLE PASSWORD 'secret'");
        scratch.execute(setup);
        scratch.execute(
                "GRANT $made TO $migrator WITH ADMIN OPTION; GRANT $made TO $other; GRANT CREATE ON SCHEMA public TO $made;"
                        + " ALTER DATABASE $database OWNER TO $migrator"
                                .replace("$database", scratch.text("SELECT quote_ident(current_database())")));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        source.setUser(scratch.role("migrator"));
        source.setPassword("secret");
        assertThatThrownBy(() -> tenon(source).migrate())
                .hasMessageContaining("[TN670]")
                .hasMessageContaining(scratch.role("made"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION public.lower(varchar) RETURNS text LANGUAGE sql AS 'SELECT NULL::text'",
                "CREATE FUNCTION public.now(integer) RETURNS timestamptz LANGUAGE sql AS 'SELECT NULL::timestamptz'",
                "CREATE FUNCTION public.same(varchar, varchar) RETURNS boolean LANGUAGE sql AS 'SELECT true'; CREATE OPERATOR public.= (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = public.same)"
            })
    void nothingOfOthersMayBeCalledInsteadOfABuiltInOne(String sql) {
        scratch.execute("GRANT CREATE ON SCHEMA public TO $other; SET ROLE $other");
        scratch.execute(sql);
        scratch.execute("RESET ROLE; REVOKE CREATE ON SCHEMA public FROM $other");
        assertThatThrownBy(() -> tenon().migrate())
                .hasMessageContaining("[TN671] in schema public, ")
                .hasMessageContaining("of " + scratch.role("other"));
        scratch.execute("REASSIGN OWNED BY $other TO CURRENT_USER");
        assertThatCode(() -> tenon().migrate()).doesNotThrowAnyException();
    }

    @Test
    void aFunctionWithAnotherNameIsAllowed() {
        scratch.execute("GRANT CREATE ON SCHEMA public TO $other; SET ROLE $other");
        scratch.execute("CREATE FUNCTION public.greeting(varchar) RETURNS text LANGUAGE sql AS 'SELECT NULL::text'");
        scratch.execute("RESET ROLE; REVOKE CREATE ON SCHEMA public FROM $other");
        assertThatCode(() -> tenon().migrate()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GRANT UPDATE ON tenon.verified TO $other | $other may UPDATE on verified",
                "GRANT INSERT ON tenon.history TO PUBLIC | every role may INSERT on history",
                "GRANT CREATE ON SCHEMA tenon TO $other | $other may CREATE in it",
                "ALTER TABLE tenon.history OWNER TO $other | $other owns history, but",
                "CREATE TRIGGER t BEFORE INSERT ON tenon.history FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()"
                        + " | history has trigger t",
                "CREATE RULE r AS ON INSERT TO tenon.history DO INSTEAD NOTHING | history has rule r",
                "CREATE FUNCTION tenon.f() RETURNS int LANGUAGE sql AS 'SELECT 1' | it has routine f"
            })
    void aHistoryThatOthersCanChangeIsNotBelieved(String sql, String violation) {
        tenon().migrate();
        scratch.execute(sql);
        assertThatThrownBy(() -> tenon().migrate())
                .hasMessageContaining("[TN672] the schema tenon is not the migrator's alone: ")
                .hasMessageContaining(scratch.named(violation));
    }

    @Test
    void othersMayReadTheHistory() {
        tenon().migrate();
        scratch.execute("GRANT USAGE ON SCHEMA tenon TO $other; GRANT SELECT ON ALL TABLES IN SCHEMA tenon TO PUBLIC");
        assertThatCode(() -> tenon().migrate()).doesNotThrowAnyException();
    }

    /** Whoever may write the stored fingerprints could declare any database as verified. */
    @Test
    void aForgedVerificationHidesNoDifference() {
        tenon().migrate();
        scratch.execute("GRANT USAGE ON SCHEMA tenon TO $other; GRANT ALL ON tenon.verified TO $other");
        scratch.execute("ALTER TABLE customer ADD CONSTRAINT forged CHECK (id IS NOT NULL)");
        scratch.execute("UPDATE tenon.verified SET catalogs = " + CatalogFingerprint.sql());
        assertThat(tenon().verify().differences()).singleElement().asString().contains("forged");
    }

    private Tenon tenon() {
        return tenon(scratch.database().dataSource());
    }

    private Tenon tenon(DataSource source) {
        return tenon(source, temp);
    }

    private static Tenon tenon(DataSource source, Path migrations) {
        return Tenon.configure()
                .dataSource(source)
                .migrations(migrations)
                .listener(event -> {})
                .load();
    }
}
