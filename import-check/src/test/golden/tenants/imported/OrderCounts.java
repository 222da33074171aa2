package imported;

import dev.tenon.annotation.Shared;
import dev.tenon.annotation.View;

@View(
        sql = """
                SELECT account_id,
                    count(*) AS orders
                   FROM public.orders o
                  GROUP BY account_id""",
        materialized = true
)
@Shared(reason = "imported: review which tenants' rows it stores, and who reads them")
public record OrderCounts(Long accountId, Long orders) {
}
