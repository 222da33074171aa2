package example;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;
import java.time.Instant;

/** Names of tables, columns and types are Java's, so they are quoted in SQL. */
@Table
@Check("\"totalCents\" >= 0")
public record Invoice(
        @Id long invoiceId,
        long totalCents,
        State currentState,
        @Index Instant createdAt,
        @Column(name = "paid_at", nullable = true) Instant paidAt,
        @References(Invoice.class) @Column(nullable = true) Long cancelledInvoiceId) {

    /** An enum type. */
    public enum State {
        OPEN,
        PAID
    }
}
