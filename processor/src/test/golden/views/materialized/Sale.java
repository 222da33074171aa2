package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

@Table
record Sale(@Id long id, LocalDate day, BigDecimal amount) {}
