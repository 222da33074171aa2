package imported;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Identity;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.Policy;
import dev.tenon.annotation.PolicyCommand;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TenantKey;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.annotation.Unique;
import java.util.Optional;

@TenantScoped(primaryKey = TenantKey.ID_ONLY, reason = "imported: the primary key has no tenant column")
@Table
@Policy(
        name = "orders_not_deleted",
        command = PolicyCommand.DELETE,
        restrictive = true,
        roles = "tenon_import_app",
        using = "(status = 'open'::text)"
)
@Grant(value = Privilege.SELECT, role = "tenon_import_report")
public record Orders(
        @Id @Identity long id,
        long accountId,
        @References(value = Users.class, onDelete = ForeignKeyAction.SET_NULL)
        @Index(name = "orders_open_idx", where = "(status = 'open'::text)", unique = true, tenantLeading = false, reason = "imported: unique across all tenants")
        @Index
        Optional<Long> userId,
        @Unique(name = "orders_account_id_number_key") int number,
        @Default("'open'::text") @Index String status) {
}
