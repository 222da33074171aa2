package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Partition;
import dev.tenon.annotation.PartitionStrategy;
import dev.tenon.annotation.Partitioned;
import dev.tenon.annotation.Table;
import java.util.UUID;

@Table
@Partitioned(strategy = PartitionStrategy.LIST, columns = "region", elsewhere = true)
@Partition(
        name = "shop_near",
        values = {"eu", "it's"})
class Shop {
    @Id
    UUID id;

    @Id
    String region;
}
