package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Partition;
import dev.tenon.annotation.PartitionStrategy;
import dev.tenon.annotation.Partitioned;
import dev.tenon.annotation.TenantScoped;

@TenantScoped
@Partitioned(strategy = PartitionStrategy.HASH, columns = "tenant_id")
@Partition(name = "visit_0", modulus = 2, remainder = 0)
@Partition(name = "visit_1", modulus = 2, remainder = 1)
record Visit(@Id long id, String guest) {}
