package imported;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Identity;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TenantRoot;
import dev.tenon.annotation.Unique;

@TenantRoot
@Table
public record Accounts(@Id @Identity long id, @Unique String name) {
}
