package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Correction;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Keyed;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.derive.DefaultNames;
import dev.tenon.schema.internal.sql.ConstraintSql;
import dev.tenon.schema.internal.sql.PartitionConditionSql;
import dev.tenon.schema.internal.sql.PartitionSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Detaches partitions whose bounds differ and attaches them again, and attaches detached ones. A check constraint
 * validated beforehand finds rows outside the bounds without blocking reads and writes. No migration does this.
 */
final class PartitionReattachment {

    private static final String OTHER_ROWS =
            "delete rows outside its bounds first; run DETACH and ATTACH in one transaction, which locks the table"
                    + " against reads and writes";
    private static final String TAKEN_OUT =
            "a table of that name exists and is attached; delete rows outside its bounds first";

    private final Schema found;
    private final Schema expected;
    private final List<Correction> first = new ArrayList<>();
    private final List<Correction> last = new ArrayList<>();
    private Schema live;

    private PartitionReattachment(Schema found, Schema live, Schema expected) {
        this.found = found;
        this.live = live;
        this.expected = expected;
    }

    /**
     * Plans the statements for all tables.
     *
     * @param found the complete live schema
     * @param live the part of the live schema that is compared
     * @param expected the snapshot
     */
    static PartitionReattachment of(Schema found, Schema live, Schema expected) {
        PartitionReattachment all = new PartitionReattachment(found, live, expected);
        for (Table right : expected.tables()) {
            live.table(right.name()).ifPresent(now -> {
                Optional<Partitioning> how = right.partitioning();
                Optional<Partitioning> done = now.partitioning();
                if (how.isPresent() && done.filter(how.get()::partitionsLike).isPresent()) {
                    all.add(now, how.get(), done.get());
                }
            });
        }
        return all;
    }

    /** Returns the compared schema after the statements have run. */
    Schema done() {
        return live;
    }

    /** Returns the statements that run before the plan. */
    List<Correction> first() {
        return first;
    }

    /**
     * Returns the statements that run after the plan. ATTACH waits for the plan if the plan creates or drops
     * partitions, or changes columns so that they match.
     */
    List<Correction> last() {
        return last;
    }

    /**
     * A partition to attach.
     *
     * @param at the path of the partition
     * @param right the partition as the snapshot has it
     * @param check a constraint that lets ATTACH skip its scan; empty if the bound has no such condition
     * @param out whether the partition is detached now
     */
    private record Part(ObjectPath at, Partition right, Optional<Constraint> check, boolean out) {

        QualifiedName name() {
            return at.owner().withName(at.member());
        }

        Correction correction(String sql) {
            return new Correction(at, sql, out ? TAKEN_OUT : OTHER_ROWS);
        }
    }

    private void add(Table table, Partitioning how, Partitioning now) {
        List<Part> parts = new ArrayList<>();
        List<Partition> partitions = new ArrayList<>(now.partitions());
        boolean alike = true;
        for (Partition right : how.partitions()) {
            Optional<Partition> there = now.partition(right.name());
            if (there.isPresent() && !there.get().bound().equals(right.bound())) {
                partitions.set(partitions.indexOf(there.get()), there.get().withBound(right.bound()));
                parts.add(part(table, how, right, false));
            }
            Optional<Table> out =
                    there.isPresent() ? Optional.empty() : takenOut(table.name().withName(right.name()));
            if (out.isPresent()) {
                alike &= names(out.get().columns()).equals(names(table.columns()));
                partitions.add(
                        Partition.of(right.name(), right.bound(), out.get().comment())
                                .withAccess(
                                        out.get().rowSecurity(),
                                        out.get().policies(),
                                        out.get().grants()));
                parts.add(part(table, how, right, true));
            }
        }
        if (!parts.isEmpty()) {
            write(parts, alike && names(partitions).equals(names(how.partitions())) ? first : last);
            Partitioning after = now.withPartitions(partitions);
            live = live.withTables(live.tables().stream()
                    .filter(each -> parts.stream().noneMatch(part -> part.name().equals(each.name())))
                    .map(each -> each.name().equals(table.name()) ? each.withPartitioning(Optional.of(after)) : each)
                    .toList());
        }
    }

    private void write(List<Part> parts, List<Correction> afterwards) {
        for (Part part : parts) {
            part.check().ifPresent(check -> {
                first.add(part.correction(ConstraintSql.addNotValid(part.name(), check)));
                first.add(part.correction(ConstraintSql.validate(part.name(), check.name())));
            });
        }
        parts.stream()
                .filter(part -> !part.out())
                .map(part -> part.correction(
                        PartitionSql.detach(part.at().owner(), part.right().name())))
                .forEach(first::add);
        for (Part part : parts) {
            afterwards.add(part.correction(PartitionSql.attach(
                    part.at().owner(), part.right().name(), part.right().bound())));
        }
        for (Part part : parts) {
            part.check()
                    .ifPresent(check -> afterwards.add(part.correction(ConstraintSql.drop(part.name(), check.name()))));
        }
    }

    private static Set<String> names(List<? extends Keyed<String>> members) {
        return members.stream().map(Keyed::name).collect(Collectors.toSet());
    }

    private static Part part(Table table, Partitioning how, Partition right, boolean out) {
        Optional<Constraint> check = PartitionConditionSql.of(how, right.bound())
                .map(rows -> new Constraint.Check(DefaultNames.fit(right.name() + "_tenon"), rows, true));
        return new Part(ObjectPath.partition(table.name(), right.name()), right, check, out);
    }

    private Optional<Table> takenOut(QualifiedName name) {
        return expected.table(name).isPresent()
                ? Optional.empty()
                : found.table(name).filter(table -> table.partitioning().isEmpty());
    }
}
