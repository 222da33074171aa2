package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A database whose tables another role owns is adopted for that role, whichever role runs the baseline. */
class BaselineOwnerTest {

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    private MigrationsFolder folder;

    BaselineOwnerTest() throws SQLException {}

    @BeforeEach
    void createTablesOfTheOwner() {
        folder = new MigrationsFolder(temp.resolve("migrations"));
        folder.generate("init", ShopSchema.of("customer"));
        scratch.execute("""
                GRANT ALL ON SCHEMA public TO $owner;
                ALTER ROLE $deployer LOGIN PASSWORD 'secret';
                CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL);
                ALTER TABLE customer OWNER TO $owner;
                """);
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void aBaselineOfASuperuserBelongsToTheOwner() {
        Tenon tenon = tenon("postgres");
        assertThat(tenon.baseline().isCurrent()).isTrue();
        assertThat(scratch.text("SELECT relowner::regrole FROM pg_class WHERE oid = 'tenon.history'::regclass"))
                .isEqualTo(scratch.role("owner"));
        assertThat(tenon.verify().differences()).isEmpty();
        assertThat(tenon.migrate().applied()).isEmpty();
    }

    @Test
    void theOwnerMigratesAfterwards() {
        tenon("postgres").baseline();
        scratch.execute("GRANT $owner TO $deployer; ALTER ROLE $deployer SET role = $owner");
        folder.generate("add_order", ShopSchema.of("customer", "shop_order"));
        assertThat(tenon(scratch.role("deployer")).migrate().applied()).hasSize(1);
        assertThat(tenon("postgres").verify().differences()).isEmpty();
    }

    @Test
    void aMemberOfTheOwnerMayRunTheBaseline() {
        scratch.execute("GRANT $owner TO $deployer; GRANT CREATE ON DATABASE "
                + scratch.database().name() + " TO $deployer");
        scratch.execute("GRANT CREATE ON DATABASE " + scratch.database().name() + " TO $owner");
        Tenon tenon = tenon(scratch.role("deployer"));
        assertThat(tenon.baseline().isCurrent()).isTrue();
        assertThat(tenon.verify().differences()).isEmpty();
    }

    @Test
    void aRoleWithoutOwnershipIsRefused() {
        scratch.execute("GRANT CREATE ON DATABASE " + scratch.database().name() + " TO $deployer");
        assertThatThrownBy(() -> tenon(scratch.role("deployer")).baseline())
                .hasMessageContaining("[TN606]")
                .hasMessageContaining("public.customer, which belongs to " + scratch.role("owner"));
        assertThat(scratch.text("SELECT to_regnamespace('tenon')")).isNull();
    }

    private Tenon tenon(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(scratch.database().jdbcUrl());
        if (!user.equals("postgres")) {
            source.setUser(user);
            source.setPassword("secret");
        }
        return Tenon.configure()
                .dataSource(source)
                .migrations(folder.path())
                .listener(event -> {})
                .load();
    }
}
