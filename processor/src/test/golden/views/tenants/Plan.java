package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.TenantScoped;
import java.util.UUID;

@TenantScoped
record Plan(@Id UUID id, String title) {}
