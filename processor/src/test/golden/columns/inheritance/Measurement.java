package example;

import dev.tenon.annotation.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

@Table
class Measurement extends Named<UUID, List<BigDecimal>> {
    int precision;
}
