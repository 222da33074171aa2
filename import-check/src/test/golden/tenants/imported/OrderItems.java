package imported;

import dev.tenon.annotation.Backfill;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TenantKey;
import dev.tenon.annotation.TenantScoped;

@TenantScoped(primaryKey = TenantKey.ID_ONLY, reason = "imported: the primary key has no tenant column")
@Table
public record OrderItems(
        @Id @References(value = Orders.class, onDelete = ForeignKeyAction.CASCADE) long orderId,
        @Id int line,
        String sku,
        @Backfill("(SELECT t1.account_id FROM public.orders t1 WHERE t1.id = order_items.order_id)") long accountId) {
}
