package imported;

import dev.tenon.annotation.Column;
import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.Shared;
import dev.tenon.annotation.Table;
import java.math.BigDecimal;

@Shared(reason = "imported: the application role reads all rows, and no row has a tenant")
@Table
@Grant(value = Privilege.SELECT, role = "tenon_import_app")
public record Plans(@Id String code, @Column(type = "numeric(10,2)") BigDecimal price) {
}
