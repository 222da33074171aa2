package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.schema.Schema;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application does not start if its classes would not find the schema that they need. */
class GuardTest {

    private static final Schema NEEDED = ShopSchema.of("customer");

    private final Scratch scratch = Scratch.create();

    GuardTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void missingObjectsAreNamed() {
        assertThatThrownBy(this::guard)
                .isInstanceOf(TenonException.class)
                .hasMessageContaining("[TN642]")
                .hasMessageContaining("table customer is missing");
    }

    @Test
    void differencesAreNamed() {
        scratch.execute("CREATE TABLE customer (id bigint PRIMARY KEY, name varchar(9) NOT NULL)");
        assertThatThrownBy(this::guard).hasMessageContaining("column customer.name: type is varchar(9)");
    }

    @Test
    void additionsOfANewerVersionAreAccepted() {
        scratch.execute("CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL, nick text)");
        scratch.execute("CREATE TABLE other (id bigint PRIMARY KEY)");
        assertThatCode(this::guard).doesNotThrowAnyException();
    }

    private void guard() {
        Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .listener(event -> {})
                .load()
                .guard(NEEDED);
    }
}
