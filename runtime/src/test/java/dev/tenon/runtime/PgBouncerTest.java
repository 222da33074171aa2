package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A pool in transaction mode is refused because it loses locks and settings; a pool in session mode works. */
class PgBouncerTest {

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    private Path program;

    PgBouncerTest() throws SQLException {}

    @BeforeEach
    void find() throws Exception {
        assertThat(temp.toFile().setExecutable(true, false)).isTrue();
        assertThat(temp.toFile().setReadable(true, false)).isTrue();
        Optional<Path> found = PgBouncer.program(temp);
        assumeTrue(found.isPresent(), "PgBouncer can be had neither installed nor unpacked");
        program = found.get();
        new MigrationsFolder(temp.resolve("migrations"))
                .generate("init", ShopSchema.of(ShopSchema.indexed(ShopSchema.table("customer"))));
    }

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void transactionModeIsRefusedBeforeAnythingIsChanged() throws Exception {
        try (PgBouncer bouncer = start("transaction")) {
            assertThatThrownBy(() -> configured(bouncer).load().migrate())
                    .hasMessageContaining("[TN605]")
                    .hasMessageContaining("connect to PostgreSQL directly, or through a pool in session mode")
                    .hasMessageContaining("--pooled-sessions");
        }
        assertThat(scratch.text("SELECT to_regnamespace('tenon')::text")).isNull();
    }

    /** The pool would keep the lock for a connection that works for other clients. */
    @Test
    void noCommandLeavesItsLockInAPoolInTransactionMode() throws Exception {
        try (PgBouncer bouncer = start("transaction")) {
            Tenon tenon = configured(bouncer).load();
            assertThatThrownBy(tenon::baseline).hasMessageContaining("[TN605]");
            assertThatThrownBy(() -> tenon.resolveStep(1, 1, false)).hasMessageContaining("[TN605]");
            assertThat(scratch.text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                    .isEqualTo("0");
        }
    }

    @Test
    void sessionModeWorksIfTheConfigurationAllowsIt() throws Exception {
        try (PgBouncer bouncer = start("session")) {
            assertThatThrownBy(() -> configured(bouncer).load().migrate()).hasMessageContaining("[TN605]");
            assertThat(configured(bouncer)
                            .pooledSessions(true)
                            .load()
                            .migrate()
                            .after()
                            .isCurrent())
                    .isTrue();
        }
    }

    private PgBouncer start(String mode) throws Exception {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(scratch.database().jdbcUrl());
        Path folder = Files.createDirectory(temp.resolve(mode));
        return PgBouncer.start(program, mode, server, folder);
    }

    private TenonConfig configured(PgBouncer bouncer) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(bouncer.jdbcUrl(scratch.database().name()));
        return Tenon.configure()
                .dataSource(source)
                .migrations(temp.resolve("migrations"))
                .listener(event -> {});
    }
}
