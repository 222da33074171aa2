package imported;

import dev.tenon.annotation.Label;
import dev.tenon.annotation.PgEnum;

@PgEnum(schema = "public")
public enum OrderState {
    @Label("OPEN")
    OPEN,

    @Label("PAID")
    PAID
}
