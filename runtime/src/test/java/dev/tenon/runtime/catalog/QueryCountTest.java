package dev.tenon.runtime.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The number of queries depends on the kinds of objects, never on how many objects there are. */
class QueryCountTest {

    private static final CatalogScope SCOPE = CatalogScope.of(Set.of("public"));

    @Test
    void moreTablesTakeNoMoreQueries() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            int ofNone = queries(scratch.connection());
            scratch.execute("""
                    DO $do$ BEGIN FOR i IN 1..50 LOOP
                        EXECUTE format('CREATE TABLE t%s (id integer PRIMARY KEY, up integer REFERENCES t%1$s)', i);
                        EXECUTE format('CREATE INDEX t%s_idx ON t%1$s (abs(up)); GRANT SELECT ON t%1$s TO PUBLIC', i);
                    END LOOP; END $do$
                    """);
            assertThat(CatalogReader.read(scratch.connection(), SCOPE).schema().tables())
                    .hasSize(50);
            assertThat(queries(scratch.connection())).isEqualTo(ofNone);
        }
    }

    private static int queries(Connection connection) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        Connection counting = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        count.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        CatalogReader.read(counting, SCOPE);
        return count.get();
    }
}
