package example;

import java.util.UUID;

abstract class Stateless extends Base<UUID> {
    String forgotten;
}
