package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.ObjectPath;
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
 * Whose objects are. Who owns one may do everything with it, whatever is granted.
 *
 * @param migrator the owner of the history of migrations, if there is one
 * @param holdings the owners of objects; none where everything has the same one
 */
public record Owners(Optional<String> migrator, List<OwnedObject> holdings) {

    public Owners {
        holdings = List.copyOf(holdings);
    }

    /**
     * An object and its owner.
     *
     * @param at the object; overloaded routines have one name
     * @param role the owner
     * @param alter the statement that changes it, up to what it changes
     */
    public record OwnedObject(ObjectPath at, String role, String alter) {

        public OwnedObject {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(alter, "alter");
        }

        /** The difference that it is to another owner. */
        public Unmodelled insteadOf(String right) {
            List<String> sql = List.of(alter + " OWNER TO " + Identifier.quote(right));
            return new Unmodelled(
                    at,
                    "owner",
                    role + " instead of " + right,
                    new UnmodelledRepair.Statements(
                            UnmodelledRepair.RepairPhase.OWNERS,
                            sql,
                            "requires a superuser, or a member of both roles"));
        }
    }

    /**
     * The role that should own the objects, for no snapshot names one: whoever migrates, else whoever owns most of them.
     *
     * @param objects the objects that count
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
