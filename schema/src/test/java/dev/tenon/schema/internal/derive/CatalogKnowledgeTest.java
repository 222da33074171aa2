package dev.tenon.schema.internal.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.ColumnType;
import dev.tenon.testing.postgres.DevPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of built-in types and operator classes agree with the server's catalogs. */
class CatalogKnowledgeTest {

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void defaultOperatorClassesAreThoseOfTheServer(int major) throws SQLException {
        for (String row : rows(DevPostgres.version(major).jdbcUrl(), """
                SELECT m.amname || ' ' || c.opcname || ' ' || c.opcdefault
                FROM pg_opclass c JOIN pg_am m ON m.oid = c.opcmethod
                ORDER BY 1""")) {
            String[] parts = row.split(" ", -1);
            assertThat(AccessMethods.named(parts[0]).defaultClasses().contains(parts[1]))
                    .as(row)
                    .isEqualTo(Boolean.parseBoolean(parts[2]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void builtinTypesAreThoseOfTheServer(int major) throws SQLException {
        List<String> names = rows(DevPostgres.version(major).jdbcUrl(), """
                SELECT coalesce(nullif(format_type(oid, NULL), '"char"'), 'char') FROM pg_type
                WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r', 'm') AND typelem = 0
                  AND typname NOT IN ('aclitem', 'cstring', 'gtsvector', 'pg_brin_bloom_summary',
                    'pg_brin_minmax_multi_summary', 'pg_dependencies', 'pg_mcv_list', 'pg_ndistinct', 'pg_node_tree')
                ORDER BY 1""");
        assertThat(names).isNotEmpty().allSatisfy(name -> {
            ColumnType.Builtin type = (ColumnType.Builtin) ColumnType.parse(name);
            assertThat(BuiltinTypes.contains(type.name())).as(name).isTrue();
        });
    }

    @Test
    void vectorsDefaultOperatorClassesAreThoseOfTheExtension() throws SQLException {
        try (var database = DevPostgres.shared().database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION vector");
            for (String row : rows(database.jdbcUrl(), """
                    SELECT m.amname || ' ' || c.opcname || ' ' || c.opcdefault
                    FROM pg_opclass c JOIN pg_am m ON m.oid = c.opcmethod
                    WHERE m.amname IN ('hnsw', 'ivfflat')
                    ORDER BY 1""")) {
                String[] parts = row.split(" ", -1);
                assertThat(AccessMethods.named(parts[0]).defaultClasses().contains(parts[1]))
                        .as(row)
                        .isEqualTo(Boolean.parseBoolean(parts[2]));
                assertThat(ExtensionObjects.ofOperatorClass(parts[1])).contains(ExtensionObjects.VECTOR);
            }
        }
    }

    private static List<String> rows(String url, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
