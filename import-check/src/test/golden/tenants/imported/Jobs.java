package imported;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Jsonb;
import dev.tenon.annotation.Shared;
import dev.tenon.annotation.Table;

@Shared(reason = "imported: the application role has no privilege on it")
@Table
public record Jobs(@Id long id, @Jsonb String payload) {
}
