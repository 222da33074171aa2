package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.TenantRoot;
import java.util.UUID;

@TenantRoot
record Organization(@Id UUID id, String name) {}
