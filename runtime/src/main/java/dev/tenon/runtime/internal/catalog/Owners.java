package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The owners of objects. An owner has all privileges on an object, independent of grants.
 *
 * @param migrator the owner of the migration history, if there is a history
 * @param holdings the owners of the objects that the migrator does not own; without a history, of all objects, or none
 * if they have one owner
 */
public record Owners(Optional<String> migrator, List<OwnedObject> holdings) {

    public Owners {
        holdings = holdings.stream()
                .sorted(Comparator.comparing(OwnedObject::at).thenComparing(OwnedObject::alter))
                .toList();
    }

    /**
     * An object and its owner.
     *
     * @param at the object; overloaded routines have one name
     * @param role the owner
     * @param alter the beginning of the ALTER statement that changes the owner
     */
    public record OwnedObject(ObjectPath at, String role, String alter) {

        public OwnedObject {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(alter, "alter");
        }

        /** Returns the object by which a snapshot contains the owner of a table or partition; empty for other kinds. */
        public Optional<SqlObject> object(String right) {
            return Alterations.object(ownedBy(role), ownedBy(right));
        }

        /** Returns the statement that changes the owner. */
        public String ownedBy(String owner) {
            return alter + " OWNER TO " + Identifier.quote(owner);
        }

        /** Returns the difference from another owner. */
        public Unmodelled insteadOf(String right) {
            List<String> sql = List.of(ownedBy(right));
            return new Unmodelled(
                    at,
                    "owner",
                    role + " instead of " + right,
                    false,
                    new UnmodelledRepair.Statements(
                            UnmodelledRepair.RepairPhase.OWNERS,
                            sql,
                            "requires a superuser, or a member of both roles"),
                    object(right));
        }
    }

    /**
     * Returns the role that should own the objects: the migrator, or else the role that owns most of them. Snapshots
     * name no owners.
     *
     * @param objects selects the objects that count
     */
    public Optional<String> ofMost(Predicate<ObjectPath> objects) {
        return migrator.or(() -> holdings.stream()
                .filter(each -> objects.test(each.at()))
                .collect(Collectors.groupingBy(OwnedObject::role, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(
                                Map.Entry::getKey,
                                Comparator.comparing(Function.<String>identity())
                                        .reversed()))
                .map(Map.Entry::getKey));
    }
}
