package dev.tenon.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every version that Tenon supports has a server. */
class ServerVersionsTest {
    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void theServerHasTheRequestedVersion(int major) throws SQLException {
        try (TestDatabase database = DevPostgres.version(major).database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(major);
            assertThat(DevPostgresTest.text(statement, "show fsync")).isEqualTo("off");
        }
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> DevPostgres.version(13))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no test server of PostgreSQL 13; choose 14, 15, 16, 17 or 18");
    }
}
