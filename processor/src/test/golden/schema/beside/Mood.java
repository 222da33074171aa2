package example;

import dev.tenon.annotation.PgEnum;

@PgEnum(schema = "reports")
enum Mood {
    GOOD,
    BAD
}
