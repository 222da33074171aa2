package example;

import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Partition;
import dev.tenon.annotation.Partitioned;
import dev.tenon.annotation.Policy;
import dev.tenon.annotation.PolicyCommand;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.RowSecurity;
import dev.tenon.annotation.Table;
import java.time.LocalDate;

@Table
@Policy(name = "seen", command = PolicyCommand.SELECT, roles = "reader", using = "id > 0")
@Grant(value = Privilege.SELECT, role = "reader")
@Partitioned(columns = "day")
@Partition(name = "entry_2023", from = "2023-01-01", to = "2024-01-01")
@Partition(name = "entry_2024", from = "2024-01-01", to = "2025-01-01", rowSecurity = RowSecurity.ENABLED)
@Partition(name = "entry_2025", from = "2025-01-01", to = "2026-01-01")
@Partition(name = "entry_rest", otherwise = true, rowSecurity = RowSecurity.DISABLED)
@Policy(name = "own", partition = "entry_2025", command = PolicyCommand.SELECT, roles = "reader", using = "id > 1")
@Grant(value = Privilege.SELECT, partition = "entry_2024", role = "reader")
@Grant(value = Privilege.INSERT, partition = "entry_2024", role = "reader")
record Entry(@Id long id, @Id LocalDate day) {}
