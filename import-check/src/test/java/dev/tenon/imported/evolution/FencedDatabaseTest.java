package dev.tenon.imported.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.TenantSession;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database in use gets tenants stage by stage. A version without tenants works all the time, as its own login role and
 * as the owner of the tables; from row-level security on, a version with tenants works beside it. No statement fails,
 * and in the end no tenant sees another.
 */
class FencedDatabaseTest {

    private static final boolean LONG = Boolean.getBoolean("tenon.endurance");

    @TempDir
    Path folder;

    @Test
    void noStatementOfTheFormerVersionFails() throws IOException, SQLException, InterruptedException {
        try (TestDatabase database = DevPostgres.shared().database()) {
            Roles roles = new Roles(database);
            roles.create();
            try {
                go(database, roles, new FencedApplication(LONG ? 100 : 8, roles.legacy(), roles.application()));
            } finally {
                roles.drop();
            }
        }
    }

    private void go(TestDatabase database, Roles roles, FencedApplication application)
            throws IOException, SQLException, InterruptedException {
        Deployments deployments = new Deployments(folder.resolve("migrations"), roles.source(roles.owner()));
        deployments.deploy(application.former(), "");
        seed(roles, application);
        List<String> both = List.of(roles.legacy(), roles.owner());
        List<FormerVersion> former = new ArrayList<>();
        for (int at = 0; at < 2; at++) {
            former.add(FormerVersion.start(roles.source(roles.legacy()), application.tables(), at));
        }
        former.add(FormerVersion.start(roles.source(roles.owner()), application.tables(), 7));
        try {
            deployments.deploy(application.fenced("COLUMN", both), "");
            assertThat(deployments.tenon().checkFence().findings()).isEmpty();
            assertThat(deployments.as(database.dataSource()).proveIsolation().tried())
                    .isFalse();
            deployments.deploy(application.fenced("KEYS", both), application.acceptance());
            assertThat(failures(former)).isEmpty();
            EntityBuild current = deployments.deploy(application.fenced("ROW_SECURITY", both), "");
            TenantSession tenants = tenants(roles, current);
            work(tenants, application);
            assertThat(deployments.as(database.dataSource()).proveIsolation().failures())
                    .isEmpty();
            deployments.deploy(application.fenced("FORCED", both), "");
            work(tenants, application);
        } finally {
            for (FormerVersion each : former) {
                each.close();
            }
        }
        assertThat(failures(former)).isEmpty();
        former.forEach(each -> assertThat(each.statements()).isGreaterThan(50));
        former.forEach(each -> assertThat(each.longest()).isLessThan(5_000));
        EntityBuild last = deployments.deploy(application.fenced("FORCED", List.of()), "");
        assertThat(deployments.as(database.dataSource()).checkFence().clean()).isTrue();
        assertThat(deployments.as(database.dataSource()).proveIsolation().isolated())
                .isTrue();
        work(tenants(roles, last), application);
    }

    private static TenantSession tenants(Roles roles, EntityBuild build) throws IOException {
        return TenantSession.of(
                roles.source(roles.login()), build.compiled().schema().tenancy().orElseThrow());
    }

    private static List<String> failures(List<FormerVersion> versions) {
        return versions.stream().flatMap(each -> each.failures().stream()).toList();
    }

    private static void seed(Roles roles, FencedApplication application) throws SQLException {
        try (Connection connection = roles.source(roles.owner()).getConnection()) {
            for (UUID tenant : FencedApplication.TENANTS) {
                insert(connection, "INSERT INTO org (id, name) VALUES (?, ?)", tenant, tenant.toString());
            }
            for (FencedTable table : application.tables()) {
                String column = table.level() == 0 ? "org_id" : "parent_id";
                for (int tenant = 0; tenant < FencedApplication.TENANTS.size(); tenant++) {
                    insert(
                            connection,
                            "INSERT INTO " + table.name() + " (id, " + column + ", body) VALUES (?, ?, 'seed')",
                            Seeds.key(table, tenant),
                            Seeds.parent(table, tenant, application.tables()));
                }
            }
        }
    }

    /** Works as each tenant: inserts rows without naming the tenant, and sees no row of another. */
    private static void work(TenantSession tenants, FencedApplication application) throws SQLException {
        Random random = new Random(3);
        for (int tenant = 0; tenant < FencedApplication.TENANTS.size(); tenant++) {
            UUID own = FencedApplication.TENANTS.get(tenant);
            FencedTable table =
                    application.tables().get(random.nextInt(application.tables().size()));
            Object parent = Seeds.parent(table, tenant, application.tables());
            long others = tenants.<Long, SQLException>call(own, connection -> {
                if (table.level() == 0) {
                    insert(connection, "INSERT INTO " + table.name() + " (id, body) VALUES (?, 'new')", table.newKey());
                } else {
                    insert(
                            connection,
                            "INSERT INTO " + table.name() + " (id, parent_id, body) VALUES (?, ?, 'new')",
                            table.newKey(),
                            parent);
                }
                try (PreparedStatement count = connection.prepareStatement(
                        "SELECT count(*) FILTER (WHERE org_id <> ?)," + " count(*) FROM " + table.name())) {
                    count.setObject(1, own);
                    try (ResultSet rows = count.executeQuery()) {
                        rows.next();
                        assertThat(rows.getLong(2)).isGreaterThanOrEqualTo(2);
                        return rows.getLong(1);
                    }
                }
            });
            assertThat(others).isZero();
        }
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }

    /** The roles of a database: none of them is a superuser or bypasses policies. */
    private record Roles(TestDatabase database) {

        String owner() {
            return "owner_" + database.name();
        }

        String legacy() {
            return "legacy_" + database.name();
        }

        String login() {
            return "login_" + database.name();
        }

        String application() {
            return "tenants_" + database.name();
        }

        DataSource source(String role) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.jdbcUrl());
            source.setUser(role);
            source.setPassword("secret");
            return source;
        }

        void create() throws SQLException {
            execute(
                    "CREATE ROLE " + owner() + " LOGIN PASSWORD 'secret'",
                    "CREATE ROLE " + legacy() + " LOGIN PASSWORD 'secret'",
                    "CREATE ROLE " + application() + " NOLOGIN",
                    "CREATE ROLE " + login() + " LOGIN NOINHERIT PASSWORD 'secret'",
                    "GRANT " + application() + " TO " + login(),
                    "ALTER DATABASE " + database.name() + " OWNER TO " + owner());
        }

        void drop() throws SQLException {
            execute("ALTER DATABASE " + database.name() + " OWNER TO CURRENT_USER");
            for (String role : List.of(owner(), legacy(), login(), application())) {
                execute("DROP OWNED BY " + role + " CASCADE", "DROP ROLE " + role);
            }
        }

        private void execute(String... statements) throws SQLException {
            try (Connection connection = database.connection();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }
    }
}
