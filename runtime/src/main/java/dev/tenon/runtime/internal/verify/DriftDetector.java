package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.LiveSchema;
import dev.tenon.runtime.internal.catalog.Owners;
import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.runtime.internal.catalog.UnmodelledRepair;
import dev.tenon.runtime.internal.catalog.canonical.UnsupportedExpression;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.ObjectPath.Kind;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.SchemaDiff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a live database with its snapshot: the schema diff from the live schema, plus the unmodelled differences.
 */
final class DriftDetector {

    private final Schema live;
    private final Schema expected;
    private final List<Difference> differences = new ArrayList<>();
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    private DriftDetector(Schema live, Schema expected) {
        this.live = live;
        this.expected = expected;
    }

    /**
     * Finds every difference.
     *
     * @param found the complete live schema
     * @param live the part of the live schema that is compared
     * @param expected the snapshot in the server's canonical form
     * @param unprintable the expressions of the snapshot that the server refused
     * @param strangers triggers and routines that the snapshot does not name
     * @param strict whether undeclared objects and server tuning count as differences
     */
    static DriftDetector between(
            LiveSchema found,
            Schema live,
            Schema expected,
            List<UnsupportedExpression> unprintable,
            List<Unmodelled> strangers,
            boolean strict) {
        DriftDetector drift = new DriftDetector(live, expected);
        ChangeDifferences cases = new ChangeDifferences();
        for (Change change : SchemaDiff.between(live, expected)) {
            change.delta().match(cases).forEach(drift.differences::add);
        }
        drift.dropMembersOfMissing();
        unprintable.forEach(drift::unprintable);
        found.unmodelled().stream().filter(fact -> strict || !fact.tuning()).forEach(drift::unmodelled);
        strangers.stream().filter(fact -> strict || !fact.tuning()).forEach(drift::stranger);
        drift.owners(found.owners());
        return drift;
    }

    /** Returns all differences, sorted. */
    List<Difference> differences() {
        return differences.stream().sorted().toList();
    }

    /** Returns the unmodelled differences. */
    List<Unmodelled> unmodelled() {
        return List.copyOf(unmodelled);
    }

    private void owners(Owners owners) {
        Optional<String> right = owners.ofMost(this::exists);
        right.ifPresent(role -> owners.holdings().stream()
                .filter(each -> exists(each.at()) && !each.role().equals(role))
                .map(each -> each.insteadOf(role))
                .filter(owner -> !owner.isCreatedBy(expected.objects()))
                .forEach(owner -> add(owner, Difference.Kind.DIFFERENT)));
    }

    /** Whether the object is in the compared part of the live schema. */
    private boolean exists(ObjectPath at) {
        return switch (at.kind()) {
            case SCHEMA ->
                // The schema of an extension may belong to an administrator.
                expected.hasObjectsIn(at.owner().name())
                        && KeyedLookup.find(live.namespaces(), at.owner().name())
                                .isPresent();
            case ENUM -> KeyedLookup.find(live.enums(), at.owner()).isPresent();
            case OBJECT -> live.object(at.owner()).isPresent();
            case PARTITION ->
                live.table(at.owner())
                        .flatMap(Table::partitioning)
                        .flatMap(how -> how.partition(at.member()))
                        .isPresent();
            default -> compared(at);
        };
    }

    /**
     * Removes the differences about members of missing objects: the missing object is reported, and its members would
     * only repeat it.
     */
    private void dropMembersOfMissing() {
        Set<QualifiedName> missing = new HashSet<>();
        for (Difference difference : differences) {
            ObjectPath at = difference.at();
            boolean namesake =
                    at.kind() == Kind.SCHEMA && expected.table(at.owner()).isPresent();
            if (at.member().isEmpty() && difference.kind() == Difference.Kind.MISSING && !namesake) {
                missing.add(at.owner());
            }
        }
        differences.removeIf(difference -> !difference.at().member().isEmpty()
                && missing.contains(difference.at().owner()));
    }

    private void add(Unmodelled fact, Difference.Kind kind) {
        Difference difference = new Difference(fact.at(), kind, fact.attribute(), "", fact.found());
        if (!differences.contains(difference)) {
            differences.add(difference);
        }
        unmodelled.add(fact);
    }

    private void unmodelled(Unmodelled fact) {
        ObjectPath at = fact.at();
        boolean known = differences.stream()
                .anyMatch(difference -> difference.at().equals(at)
                        && difference.kind() != Difference.Kind.DIFFERENT
                        && difference.attribute().isEmpty());
        if (known && (at.kind() == Kind.GRANT || at.kind() == Kind.CONSTRAINT) && compared(at) && isObstacle(fact)) {
            // Other grants depend on this one: the grant is dropped anyway, and they must be revoked before it. A
            // missing
            // constraint cannot be added while another one has its name.
            unmodelled.add(fact);
        }
        if (!(compared(at) || at.kind() == Kind.SCHEMA)
                || known
                || madeElsewhere(at)
                || fact.isCreatedBy(expected.objects())) {
            return;
        }
        boolean whole = fact.wholeObject() || at.kind() == Kind.GRANT;
        add(fact, whole ? Difference.Kind.UNEXPECTED : Difference.Kind.DIFFERENT);
    }

    /**
     * Adds an undeclared trigger or routine. A trigger counts only if its table or view is compared; a routine belongs
     * to no relation and always counts.
     */
    private void stranger(Unmodelled fact) {
        if (fact.at().kind() == Kind.OBJECT) {
            add(fact, Difference.Kind.UNEXPECTED);
        } else {
            unmodelled(fact);
        }
    }

    private static boolean isObstacle(Unmodelled fact) {
        return fact.remedy() instanceof UnmodelledRepair.Statements run
                && run.phase() == UnmodelledRepair.RepairPhase.OBSTACLES;
    }

    private boolean madeElsewhere(ObjectPath at) {
        return at.kind() == Kind.PARTITION
                && expected.table(at.owner())
                        .flatMap(Table::partitioning)
                        .filter(how -> how.managedExternally()
                                && how.partition(at.member()).isEmpty())
                        .isPresent();
    }

    private boolean compared(ObjectPath at) {
        if (live.table(at.owner()).isPresent()
                || live.view(at.owner()).isPresent()
                || KeyedLookup.find(live.sequences(), at.owner()).isPresent()) {
            return true;
        }
        boolean ofNamespace = at.kind() == Kind.GRANT && at.owner().schema().equals(QualifiedName.DEFAULT_SCHEMA);
        return ofNamespace
                && KeyedLookup.find(live.namespaces(), at.owner().name())
                        .flatMap(namespace -> KeyedLookup.find(namespace.grants(), at.member()))
                        .isPresent();
    }

    /** Adds the reason why an expression that differs could not be compared in the server's canonical form. */
    private void unprintable(UnsupportedExpression refused) {
        if (refused.attribute().isEmpty()) {
            differences.add(Difference.different(
                    refused.at(), "definition", "a definition that this server accepts", refused.reason()));
        }
        differences.replaceAll(
                difference -> difference.at().equals(refused.at()) && difference.kind() == Difference.Kind.DIFFERENT
                        ? difference.because(refused.reason())
                        : difference);
    }
}
