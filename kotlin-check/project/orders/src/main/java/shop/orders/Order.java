package shop.orders;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.References;
import dev.tenon.annotation.TenantScoped;
import java.math.BigDecimal;
import java.util.UUID;
import shop.customers.Dated;
import shop.customers.Kind;
import shop.customers.Note;

/** An order of a customer; its note, kind and superclass are Kotlin classes of another module. */
@TenantScoped
public class Order extends Dated {
    @Id
    UUID id;

    @Column(precision = 12, scale = 2)
    BigDecimal total;

    Kind kind;

    @References(value = Note.class, onDelete = ForeignKeyAction.CASCADE)
    UUID noteId;
}
