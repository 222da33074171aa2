package example;

import dev.tenon.annotation.Id;
import dev.tenon.annotation.References;
import dev.tenon.annotation.TenantRoot;
import java.util.Optional;
import java.util.UUID;
import dev.tenon.annotation.ForeignKeyAction;

@TenantRoot
record Organization(
        @Id UUID id,
        String name,
        @References(value = Plan.class, onDelete = ForeignKeyAction.SET_NULL) Optional<UUID> currentPlan) {}
