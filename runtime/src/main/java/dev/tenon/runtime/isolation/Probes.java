package dev.tenon.runtime.isolation;

import java.util.List;

/** The registry of probes, in the order of the report. */
final class Probes {

    /** What the catalogs tell, for which no rows are needed. */
    static final List<Probe> OF_CATALOGS = List.of(
            new RowSecurityProbe(),
            new PrivilegesProbe(),
            new PartitionsProbe(),
            new ViewsProbe(),
            new RoutinesProbe(),
            new UniqueKeysProbe(),
            new PublicationsProbe(),
            new TruncateProbe());

    /** What has to be tried before anything else: a session that has had a tenant cannot go back to never having had one. */
    static final List<Probe> FIRST = List.of(new UnsetSettingProbe());

    /** What has to be tried with rows. */
    static final List<Probe> LIVE = List.of(
            new EmptySettingProbe(),
            new GarbageSettingProbe(),
            new OwnRowsProbe(),
            new SelectProbe(),
            new InsertProbe(),
            new UpdateProbe(),
            new DeleteProbe(),
            new UpsertProbe(),
            new MergeProbe(),
            new ReturningProbe(),
            new CopyProbe(),
            new MoveProbe(),
            new StatisticsProbe(),
            new ReferenceProbe());

    private Probes() {}
}
