package example;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.Partition;
import dev.tenon.annotation.Partitioned;
import dev.tenon.annotation.Table;
import java.time.Instant;

@Table
@Partitioned(columns = {"occurredAt", "id"})
@Partition(name = "event_before", to = {"2025-01-01", "MINVALUE"}, comment = "Before there were partitions")
@Partition(name = "event_2025", from = {"2025-01-01", "MINVALUE"}, to = {"2026-01-01", "7"})
@Partition(name = "event_rest", otherwise = true)
class Event {
    @Id
    long id;

    @Id
    Instant occurredAt;

    @Index
    @Check("kind <> ''")
    String kind;
}
