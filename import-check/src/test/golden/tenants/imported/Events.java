package imported;

import dev.tenon.annotation.Backfill;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Partition;
import dev.tenon.annotation.Partitioned;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TenantKey;
import dev.tenon.annotation.TenantScoped;
import java.time.Instant;

@TenantScoped(primaryKey = TenantKey.ID_ONLY, reason = "imported: the primary key has no tenant column")
@Table
@Partitioned(columns = "at")
@Partition(name = "events_2026", from = "2026-01-01 00:00:00+00", to = "2027-01-01 00:00:00+00")
public record Events(
        @Backfill("(SELECT t1.account_id FROM public.users t1 WHERE t1.id = events.user_id)") long accountId,
        @Id @References(value = Users.class, onDelete = ForeignKeyAction.NO_ACTION) long userId,
        @Id Instant at,
        String kind) {
}
