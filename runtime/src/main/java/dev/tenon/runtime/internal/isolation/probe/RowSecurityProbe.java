package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.schema.RowSecurity;

/** Row-level security is enabled, and forced for the owner in the last stage of the tenancy. */
public final class RowSecurityProbe implements Probe {

    @Override
    public String name() {
        return "row-security";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures) {
        return switch (target.table().rowSecurity()) {
            case FORCED -> ProbeOutcome.held();
            case ENABLED ->
                target.expected().rowSecurity() == RowSecurity.ENABLED
                        ? ProbeOutcome.warning("row-level security does not apply to the owner before stage FORCED of"
                                + " the tenancy")
                        : ProbeOutcome.broken("row-level security does not apply to the owner; ALTER TABLE "
                                + target.sql() + " FORCE ROW LEVEL SECURITY");
            case DISABLED ->
                ProbeOutcome.broken("row-level security is disabled; ALTER TABLE " + target.sql()
                        + " ENABLE ROW LEVEL SECURITY, FORCE ROW" + " LEVEL SECURITY");
        };
    }
}
