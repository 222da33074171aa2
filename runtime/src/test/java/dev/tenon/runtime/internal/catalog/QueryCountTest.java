package dev.tenon.runtime.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.catalog.object.ObjectComparison;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The number of queries depends on the kinds of objects, not on the number of objects. */
class QueryCountTest {

    private static final CatalogScope SCOPE = CatalogScope.of(Set.of("public"));

    /** An action that runs queries. */
    private interface Reading {
        void read(Connection connection) throws SQLException;
    }

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

    @Test
    void moreObjectsTakeNoMoreQueries() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            scratch.execute("CREATE TABLE t (id integer)");
            List<SqlObject> objects = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                add(objects, "CREATE FUNCTION f" + i + "() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'");
                add(objects, "CREATE TRIGGER t" + i + " BEFORE UPDATE ON t EXECUTE FUNCTION f" + i + "()");
                add(objects, "CREATE DOMAIN d" + i + " AS text CHECK (VALUE <> '')");
            }
            objects.forEach(object -> scratch.execute(object.create()));
            Schema live = CatalogReader.read(scratch.connection(), SCOPE).schema();
            int[] found = new int[2];
            int ofFew =
                    queries(scratch.connection(), counting -> found[0] = look(counting, objects.subList(0, 3), live));
            int ofMany = queries(scratch.connection(), counting -> found[1] = look(counting, objects, live));
            assertThat(found).containsExactly(3, objects.size());
            assertThat(ofMany).isEqualTo(ofFew);
            assertThat(queries(scratch.connection(), counting -> look(counting, List.of(), live)))
                    .isZero();
        }
    }

    /** Returns the number of objects that are found as declared. */
    private static int look(Connection connection, List<SqlObject> objects, Schema live) throws SQLException {
        return RollbackTransaction.run(connection, () -> {
            ObjectComparison.Found found = ObjectComparison.findInTransaction(connection, objects, live);
            assertThat(found.unknown()).isEmpty();
            return (int) found.objects().stream().filter(objects::contains).count();
        });
    }

    private static void add(List<SqlObject> objects, String create) {
        QualifiedName name = QualifiedName.parse("o" + objects.size());
        objects.add(new SqlObject(name, create, "DROP", true, List.of(), Optional.empty()));
    }

    private static int queries(Connection connection) throws SQLException {
        return queries(connection, counting -> CatalogReader.read(counting, SCOPE));
    }

    private static int queries(Connection connection, Reading reading) throws SQLException {
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
        reading.read(counting);
        return count.get();
    }
}
