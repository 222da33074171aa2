package dev.tenon.tenants;

import dev.tenon.runtime.TenantContext;
import java.util.UUID;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Hibernate's resolver as the guide shows it. */
public final class CurrentTenant implements CurrentTenantIdentifierResolver<UUID> {

    private static final UUID NONE = new UUID(0, 0);

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return TenantContext.current().map(UUID::fromString).orElse(NONE);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
