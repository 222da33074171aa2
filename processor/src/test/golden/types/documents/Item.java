package example;

import dev.tenon.annotation.Default;
import dev.tenon.annotation.GinIndex;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Jsonb;
import dev.tenon.annotation.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Table
public record Item(
        @Id int id,
        @Jsonb @GinIndex(opclass = "jsonb_path_ops") Map<String, List<Object>> attributes,
        @Jsonb @Default("'{}'") Shape shape,
        @Jsonb Optional<Object> anything) {
    public record Shape(int corners, String colour) {}
}
