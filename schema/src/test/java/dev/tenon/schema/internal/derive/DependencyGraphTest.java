package dev.tenon.schema.internal.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** SQL-defined objects come after the objects that they name, whatever their own names are. */
class DependencyGraphTest {

    @Test
    void typesComeBeforeWhatIsOfThem() {
        assertThat(order(
                        object("a", "CREATE TYPE a AS (amount b, note text COLLATE \"Z\")"),
                        object("b", "CREATE DOMAIN public.b AS c"),
                        object("c", "CREATE DOMAIN c AS numeric"),
                        object("d", "CREATE FUNCTION d(x public.e) RETURNS int LANGUAGE sql AS 'SELECT 1'"),
                        object("e", "CREATE TYPE e AS RANGE (SUBTYPE = c)"),
                        object("Z", "CREATE COLLATION \"Z\" (PROVIDER = icu, LOCALE = 'de')")))
                .containsExactly("Z", "c", "b", "a", "e", "d");
    }

    @Test
    void functionsComeBeforeWhatNamesThemWithoutACall() {
        assertThat(order(
                        object("a", "CREATE AGGREGATE a(int) (SFUNC = public.z, STYPE = int)"),
                        object("b", "CREATE TYPE b AS RANGE (SUBTYPE = int, SUBTYPE_DIFF = y)"),
                        object("y", "CREATE FUNCTION y(p int, q int) RETURNS float8 LANGUAGE sql AS 'SELECT 1.0'"),
                        object("z", "CREATE FUNCTION z(p int, q int) RETURNS int LANGUAGE sql AS 'SELECT 1'")))
                .containsExactly("z", "a", "y", "b");
    }

    @Test
    void whatTextOnlyNamesGivesWayWhereItGoesInACircle() {
        assertThat(order(
                        object("a_2", "CREATE AGGREGATE a(text) (SFUNC = a, STYPE = text)"),
                        object("a", "CREATE FUNCTION a(text, text) RETURNS text LANGUAGE sql AS 'SELECT b()'"),
                        object("b", "CREATE FUNCTION b() RETURNS text LANGUAGE sql AS 'SELECT a(''x'')'")))
                .containsExactly("a", "a_2", "b");
    }

    private static List<String> order(SqlObject... objects) {
        return DependencyGraph.of(Schema.EMPTY.withObjects(List.of(objects))).order().stream()
                .map(ObjectPath::owner)
                .map(QualifiedName::name)
                .toList();
    }

    private static SqlObject object(String name, String create) {
        return new SqlObject(
                new QualifiedName("public", name), create, "DROP SOMETHING x", true, List.of(), Optional.empty());
    }
}
