package imported;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.TenantScoped;

@TenantScoped
@Table
public record Settings(@Id long accountId, @Default("'light'::text") String theme) {
}
