package example;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.Unique;

@Check("name <> ''")
@Index(columns = {"name", "id"})
abstract class Named<K, V> extends Timed {
    @Id
    K id;

    @Unique
    String name;

    V value;
}
