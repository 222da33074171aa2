package example;

import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.References;
import dev.tenon.annotation.TenantKey;
import dev.tenon.annotation.TenantScoped;
import java.util.Optional;
import java.util.UUID;

@TenantScoped(primaryKey = TenantKey.ID_ONLY, reason = "clients draw random keys before they know their tenant")
record Note(
        @Id UUID id,
        UUID organizationId,
        @References(value = Plan.class, onDelete = ForeignKeyAction.SET_NULL) Optional<UUID> planId,
        @References(Note.class) Optional<UUID> parentId) {}
