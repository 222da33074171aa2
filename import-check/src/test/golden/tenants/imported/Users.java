package imported;

import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Identity;
import dev.tenon.annotation.Policy;
import dev.tenon.annotation.PolicyCommand;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TenantKey;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.annotation.Unique;

@TenantScoped(primaryKey = TenantKey.ID_ONLY, reason = "imported: the primary key has no tenant column")
@Table
@Policy(name = "users_for_reports", command = PolicyCommand.SELECT, roles = "tenon_import_report", using = "true")
@Grant(value = Privilege.SELECT, role = "tenon_import_report")
public record Users(
        @Id @Identity long id,
        long accountId,
        @Unique(global = true, reason = "imported: unique across all tenants") String email) {
}
