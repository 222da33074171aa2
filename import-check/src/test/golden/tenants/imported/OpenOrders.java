package imported;

import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.View;

@View(
        sql = """
                SELECT id,
                    account_id,
                    number
                   FROM public.orders o
                  WHERE (status = 'open'::text)"""
)
@Grant(value = Privilege.SELECT, role = "tenon_import_app")
public record OpenOrders(Long id, Long accountId, Integer number) {
}
