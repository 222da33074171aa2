package imported;

import dev.tenon.annotation.PgEnum;

@PgEnum(schema = "public")
public enum PlanKind {
    FREE,

    TEAM,

    ENTERPRISE
}
