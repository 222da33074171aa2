package example;

import dev.tenon.annotation.Label;
import dev.tenon.annotation.PgEnum;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Enums by ordinal, by name, by their own value, and as an enum type of PostgreSQL. */
@Entity
@Table(name = "orders")
class Order {
    @Id
    long id;

    State state;

    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    State before;

    @Enumerated(EnumType.STRING)
    Priority priority;

    @Enumerated(EnumType.STRING)
    Channel channel;

    enum State {
        OPEN,
        PAID,
        SENT
    }

    enum Priority {
        LOW("l"),
        HIGH("h");

        @EnumeratedValue
        final String code;

        Priority(String code) {
            this.code = code;
        }
    }

    @PgEnum
    enum Channel {
        @Label("WEB")
        WEB,
        @Label("SHOP")
        SHOP
    }
}
