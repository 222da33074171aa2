package imported.billing;

import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TenantScoped;
import imported.Orders;

@TenantScoped
@Table
public record Invoices(
        long accountId,
        @Id long id,
        @References(value = Orders.class, onDelete = ForeignKeyAction.NO_ACTION) @Index long orderId) {
}
