package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.Index;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.annotation.Unique;
import java.util.UUID;

@TenantScoped
record Plan(
        @Id UUID id,
        @Unique String title,
        @Unique(global = true, reason = "one address leads to one plan") String address,
        @Index String status,
        @Index(tenantLeading = false) int priority,
        @Index(unique = true, tenantLeading = false, reason = "numbers are ours") int number) {}
