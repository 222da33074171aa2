package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Partition;
import dev.tenon.annotation.Partitioned;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.annotation.Unique;
import java.time.LocalDate;

@TenantScoped
@Partitioned(columns = "day")
@Partition(name = "reading_2025", from = "2025-01-01", to = "2026-01-01")
@Partition(name = "reading_rest", otherwise = true)
@Unique(columns = {"code", "day"})
record Reading(@Id long id, @Id LocalDate day, String code) {}
