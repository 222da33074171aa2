package example;

import dev.tenon.annotation.BrinIndex;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.View;
import java.math.BigDecimal;
import java.time.LocalDate;

@View(materialized = true, sql = "SELECT day, sum(amount) AS amount FROM sale GROUP BY day")
@Index(columns = {"amount DESC", "day"}, where = "amount > 0")
record Turnover(@Index(unique = true) @BrinIndex(name = "turnover_day_brin") LocalDate day, BigDecimal amount) {}
