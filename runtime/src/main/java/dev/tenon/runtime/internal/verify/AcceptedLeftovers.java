package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.CatalogReader;
import dev.tenon.runtime.internal.catalog.CatalogScope;
import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.runtime.internal.catalog.leftover.DeclarableSchema;
import dev.tenon.runtime.verify.Correction;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a database has beyond its snapshot and reviewers accepted. It is no difference as long as it stays as it was. A
 * missing object is never a leftover, and neither is another value of what the snapshot has.
 */
public final class AcceptedLeftovers {

    /** No leftover. */
    public static final AcceptedLeftovers NONE = new AcceptedLeftovers(List.of());

    /** Several attributes of one kind on one object are one leftover. */
    private static final String SEPARATOR = ";\n";

    private final List<Leftover> leftovers;

    private AcceptedLeftovers(List<Leftover> leftovers) {
        this.leftovers = leftovers;
    }

    /**
     * Those of the database that are in the reviewed file in the same form.
     *
     * @param noted what the history says that the database has
     * @param reviewed what the file of the migrations directory contains
     */
    public static AcceptedLeftovers of(List<Leftover> noted, List<Leftover> reviewed) {
        return new AcceptedLeftovers(noted.stream()
                .filter(each -> reviewed.stream()
                        .anyMatch(other ->
                                isSame(each, other) && each.definition().equals(other.definition())))
                .toList());
    }

    /** Returns everything that the database has beyond the snapshot, sorted. */
    public static List<Leftover> find(Connection connection, Schema snapshot) throws SQLException {
        TreeMap<Leftover, Leftover> found = new TreeMap<>();
        LiveDefinitions definitions = new LiveDefinitions(
                CatalogReader.read(connection, CatalogScope.of(snapshot)).schema());
        for (Difference each : Verification.verify(connection, snapshot, true).differences()) {
            leftover(each)
                    .map(leftover -> each.attribute().isEmpty()
                            ? defined(leftover, definitions.of(each.at()).orElse(leftover.definition()))
                            : leftover)
                    .ifPresent(leftover -> found.put(leftover, leftover));
        }
        DeclarableSchema.of(DatabaseReader.read(connection)).leftovers().forEach(each -> found.put(each, each));
        return List.copyOf(found.values());
    }

    private static Leftover defined(Leftover leftover, String definition) {
        return new Leftover(leftover.kind(), leftover.identity(), leftover.description(), definition);
    }

    /** Returns the difference as a leftover; empty if the snapshot has the object or attribute, too. */
    private static Optional<Leftover> leftover(Difference difference) {
        if (!isBeyond(difference)) {
            return Optional.empty();
        }
        String definition = difference.found().isBlank() ? difference.toString() : difference.found();
        return Optional.of(new Leftover(
                kind(difference.at(), difference.attribute()),
                identity(difference.at()),
                difference.toString(),
                definition));
    }

    /** A statement cannot express each state of what it creates: a trigger, for example, may be disabled. */
    private static boolean isBeyond(Difference difference) {
        return switch (difference.kind()) {
            case MISSING -> false;
            case UNEXPECTED -> true;
            case DIFFERENT -> difference.expected().isEmpty() || difference.at().kind() == ObjectPath.Kind.OBJECT;
        };
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return leftovers.isEmpty();
    }

    /**
     * Whether the difference is a leftover in the accepted form. Of a whole object the difference does not show the form:
     * {@link #changes} compares it.
     */
    boolean explain(Difference difference) {
        return leftover(difference)
                .filter(found -> difference.attribute().isEmpty()
                        ? leftovers.stream().anyMatch(each -> isSame(each, found))
                        : isAccepted(found.kind(), found.identity(), found.definition()))
                .isPresent();
    }

    /** Whether the attribute is a leftover in the accepted form. */
    boolean explain(Unmodelled fact) {
        return isAccepted(kind(fact.at(), fact.attribute()), identity(fact.at()), fact.found());
    }

    /** Returns the corrections that change no leftover. */
    List<Correction> spared(List<Correction> corrections, List<Difference> explained) {
        Collection<QualifiedName> whole = explained.stream()
                .filter(each -> each.attribute().isEmpty() && each.at().member().isEmpty())
                .map(each -> each.at().owner())
                .toList();
        Collection<ObjectPath> exact = explained.stream()
                .filter(each -> each.attribute().isEmpty() || each.at().kind() == ObjectPath.Kind.OBJECT)
                .map(Difference::at)
                .toList();
        return corrections.stream()
                .filter(each ->
                        !exact.contains(each.at()) && !whole.contains(each.at().owner()))
                .toList();
    }

    /** Returns, in words, which leftovers have changed or are gone, compared with what {@link #find} has found. */
    public List<String> changes(List<Leftover> now) {
        List<String> changes = new ArrayList<>();
        for (Leftover each : leftovers) {
            Optional<Leftover> same =
                    now.stream().filter(other -> isSame(each, other)).findFirst();
            if (same.isEmpty()) {
                changes.add(name(each) + " is gone, which was accepted as: " + each.definition());
            } else if (!same.get().definition().equals(each.definition())) {
                changes.add(name(each) + " has changed since it was accepted: it is "
                        + same.get().definition() + ", and was " + each.definition());
            }
        }
        return changes;
    }

    private boolean isAccepted(String kind, String identity, String definition) {
        return leftovers.stream()
                .anyMatch(each -> each.kind().equals(kind)
                        && each.identity().equals(identity)
                        && (each.definition().equals(definition)
                                || Arrays.asList(each.definition().split(SEPARATOR))
                                        .contains(definition)));
    }

    private static String name(Leftover leftover) {
        return leftover.identity().startsWith(leftover.kind() + " ")
                ? leftover.identity()
                : leftover.kind() + " " + leftover.identity();
    }

    private static boolean isSame(Leftover one, Leftover other) {
        return one.kind().equals(other.kind()) && one.identity().equals(other.identity());
    }

    /** As an import names it. */
    private static String kind(ObjectPath at, String attribute) {
        return attribute.isEmpty() ? at.kind().text() : attribute;
    }

    private static String identity(ObjectPath at) {
        return at.kind().text() + " " + at.owner() + (at.member().isEmpty() ? "" : "." + at.member());
    }
}
