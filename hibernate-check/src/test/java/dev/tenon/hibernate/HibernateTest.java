package dev.tenon.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.Address;
import shop.CardPayment;
import shop.Country;
import shop.Customer;
import shop.Level;
import shop.LineItem;
import shop.Money;
import shop.Purchase;
import shop.Remark;
import shop.Tag;

/** The schema that Tenon derives from JPA entities is what Hibernate ORM expects and would create itself. */
class HibernateTest {

    @TempDir
    Path output;

    @ParameterizedTest
    @EnumSource
    void hibernateWorksWithTenonsSchema(Naming naming) throws IOException, SQLException {
        MigrationDraft draft = EntitySet.SHOP.draft(naming, output);
        try (TestDatabase database = DevPostgres.shared().database();
                Connection connection = database.connection()) {
            Comparison.apply(draft, connection);
            try (Hibernate hibernate = EntitySet.SHOP.hibernate(database, naming, "validate")) {
                roundTrip(hibernate);
            }
            assertThat(Verification.verify(connection, draft.snapshot(), true).differences())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void hibernateDetectsAnotherType(Naming naming) throws IOException, SQLException {
        MigrationDraft draft = EntitySet.SHOP.draft(naming, output);
        try (TestDatabase database = DevPostgres.shared().database();
                Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            Comparison.apply(draft, connection);
            statement.execute("ALTER TABLE " + naming.table("Remark") + " ALTER COLUMN content TYPE bigint USING 1");
            assertThatThrownBy(() -> EntitySet.SHOP
                            .hibernate(database, naming, "validate")
                            .close())
                    .isInstanceOf(SchemaManagementException.class)
                    .hasMessageContaining("content");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tenonCreatesTheSameSchemaAsHibernate(Naming naming) throws IOException, SQLException {
        Set<String> tenon = created(EntitySet.SHOP, naming);
        Set<String> hibernate = madeByHibernate(EntitySet.SHOP, naming);
        // Hibernate ignores optional = false if a second attribute uses the column.
        assertThat(without(tenon, hibernate)).containsExactly(naming.table("Purchase") + ".customer_id uuid NOT NULL");
        assertThat(without(hibernate, tenon)).containsExactly(naming.table("Purchase") + ".customer_id uuid");
    }

    // Where Hibernate quotes names, it writes invalid JSON for embedded documents.
    @ParameterizedTest
    @EnumSource(names = {"SNAKE_CASE", "JPA"})
    void accessEmbeddingAndAnnotationsOfTenonMakeWhatHibernateWouldMake(Naming naming)
            throws IOException, SQLException {
        Set<String> tenon = created(EntitySet.CLINIC, naming);
        Set<String> hibernate = madeByHibernate(EntitySet.CLINIC, naming);
        assertThat(without(tenon, hibernate)).as("created only by Tenon").isEmpty();
        assertThat(without(hibernate, tenon)).as("created only by Hibernate").isEmpty();
    }

    private Set<String> created(EntitySet entities, Naming naming) throws IOException, SQLException {
        try (TestDatabase database = DevPostgres.shared().database();
                Connection connection = database.connection()) {
            Comparison.apply(entities.draft(naming, output), connection);
            entities.hibernate(database, naming, "validate").close();
            return Catalog.read(connection);
        }
    }

    private static Set<String> madeByHibernate(EntitySet entities, Naming naming) throws IOException, SQLException {
        try (TestDatabase database = DevPostgres.shared().database();
                Connection connection = database.connection()) {
            entities.hibernate(database, naming, "create-only").close();
            return Catalog.read(connection);
        }
    }

    private static Set<String> without(Set<String> lines, Set<String> others) {
        Set<String> rest = new TreeSet<>(lines);
        rest.removeAll(others);
        return rest;
    }

    private static void roundTrip(Hibernate hibernate) {
        hibernate.transact(session -> {
            Country country = new Country("DE", (short) 49);
            session.persist(country);
            Customer customer = new Customer("Ada L.", "Lovelace", new Address("Elm 1", "Bonn", country));
            customer.getWishes().add("engine");
            customer.getWishes().add("cards");
            customer.getAddressesByLevel().put(Level.GOLD, new Address("Oak 2", "Ulm", country));
            Remark remark = new Remark("pays in time");
            Tag tag = new Tag("early");
            CardPayment payment = new CardPayment("4711");
            session.persist(remark);
            session.persist(tag);
            session.persist(payment);
            customer.getRemarks().add(remark);
            customer.getTags().add(tag);
            Purchase purchase = new Purchase(2026_001, customer, new Money(1999), payment);
            purchase.getLines().add(new LineItem(1, purchase, "Punch cards", new BigDecimal("2.500")));
            customer.getPurchases().add(purchase);
            session.persist(customer);
        });
        hibernate.transact(session -> {
            Customer customer =
                    session.createQuery("from Client", Customer.class).getSingleResult();
            assertThat(customer.getHome().getCountry().getIsoCode()).isEqualTo("DE");
            assertThat(customer.getLevel()).isEqualTo(Level.BRONZE);
            assertThat(customer.getWishes()).containsExactly("engine", "cards");
            assertThat(customer.getAddressesByLevel())
                    .hasEntrySatisfying(
                            Level.GOLD,
                            address -> assertThat(address.getCityName()).isEqualTo("Ulm"));
            assertThat(customer.getRemarks()).extracting(Remark::getContent).containsExactly("pays in time");
            assertThat(customer.getTags()).hasSize(1);
            Purchase purchase = customer.getPurchases().get(0);
            assertThat(purchase.getTotal()).isEqualTo(new Money(1999));
            assertThat(purchase.getPaidBy()).isInstanceOf(CardPayment.class);
            assertThat(purchase.getLines()).extracting(LineItem::getArticleName).containsExactly("Punch cards");
        });
    }
}
