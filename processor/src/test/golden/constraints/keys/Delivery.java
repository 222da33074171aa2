package example;

import dev.tenon.annotation.Embedded;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;
import java.util.Optional;

@Table
class Delivery {
    record LineKey(long order, int line) {}

    @Id
    long id;

    @References(
            value = OrderLine.class,
            name = "delivery_line_fkey",
            onDelete = ForeignKeyAction.RESTRICT,
            onUpdate = ForeignKeyAction.CASCADE)
    long orderId;

    @References(value = OrderLine.class, name = "delivery_line_fkey")
    int position;

    @References(OrderLine.class)
    @Embedded(prefix = "extra_")
    LineKey extra;

    @Index(with = "fillfactor=70")
    @References(value = Delivery.class, onDelete = ForeignKeyAction.SET_NULL, index = false)
    Optional<Long> returns;
}
