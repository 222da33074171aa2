package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Partition;
import dev.tenon.annotation.PartitionStrategy;
import dev.tenon.annotation.Partitioned;
import dev.tenon.annotation.Table;
import java.util.UUID;

@Table
@Partitioned(strategy = PartitionStrategy.HASH, columns = "id")
@Partition(name = "point_0", modulus = 2)
@Partition(name = "point_1", modulus = 2, remainder = 1)
class Point {
    @Id
    UUID id;
}
