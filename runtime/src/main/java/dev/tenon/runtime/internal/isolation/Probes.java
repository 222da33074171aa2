package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.internal.isolation.probe.CopyProbe;
import dev.tenon.runtime.internal.isolation.probe.DeleteProbe;
import dev.tenon.runtime.internal.isolation.probe.EmptySettingProbe;
import dev.tenon.runtime.internal.isolation.probe.InsertProbe;
import dev.tenon.runtime.internal.isolation.probe.InvalidSettingProbe;
import dev.tenon.runtime.internal.isolation.probe.MergeProbe;
import dev.tenon.runtime.internal.isolation.probe.OwnRowsProbe;
import dev.tenon.runtime.internal.isolation.probe.PartitionsProbe;
import dev.tenon.runtime.internal.isolation.probe.PrivilegesProbe;
import dev.tenon.runtime.internal.isolation.probe.Probe;
import dev.tenon.runtime.internal.isolation.probe.PublicationsProbe;
import dev.tenon.runtime.internal.isolation.probe.ReferenceProbe;
import dev.tenon.runtime.internal.isolation.probe.ReturningProbe;
import dev.tenon.runtime.internal.isolation.probe.RowSecurityProbe;
import dev.tenon.runtime.internal.isolation.probe.SelectProbe;
import dev.tenon.runtime.internal.isolation.probe.StatisticsProbe;
import dev.tenon.runtime.internal.isolation.probe.TenantReassignmentProbe;
import dev.tenon.runtime.internal.isolation.probe.TruncateProbe;
import dev.tenon.runtime.internal.isolation.probe.UniqueKeysProbe;
import dev.tenon.runtime.internal.isolation.probe.UnsetSettingProbe;
import dev.tenon.runtime.internal.isolation.probe.UpdateProbe;
import dev.tenon.runtime.internal.isolation.probe.UpsertProbe;
import java.util.List;

/** The registry of probes, in the order of the report. */
final class Probes {

    /** Probes that only query the catalogs. */
    static final List<Probe> OF_CATALOGS = List.of(
            new RowSecurityProbe(),
            new PrivilegesProbe(),
            new PartitionsProbe(),
            new UniqueKeysProbe(),
            new PublicationsProbe(),
            new TruncateProbe());

    /** Probes that must run first: a session that had a tenant cannot return to the unset state. */
    static final List<Probe> FIRST = List.of(new UnsetSettingProbe());

    /** Probes that need rows. */
    static final List<Probe> LIVE = List.of(
            new EmptySettingProbe(),
            new InvalidSettingProbe(),
            new OwnRowsProbe(),
            new SelectProbe(),
            new InsertProbe(),
            new UpdateProbe(),
            new DeleteProbe(),
            new UpsertProbe(),
            new MergeProbe(),
            new ReturningProbe(),
            new CopyProbe(),
            new TenantReassignmentProbe(),
            new StatisticsProbe(),
            new ReferenceProbe());

    private Probes() {}
}
