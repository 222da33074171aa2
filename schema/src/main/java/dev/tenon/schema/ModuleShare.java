package dev.tenon.schema;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The share of one compiled module in a schema whose entities are in several modules.
 *
 * @param owner whether the module owns a migrations directory, so that its schema is complete and no part of another
 * @param naming the value of the option {@code tenon.naming}
 * @param inherited the binary names of the classes that it read from other modules
 * @param unsettled the problems that only the owner of the whole schema can judge, one message each; a schema with such
 *     problems is not complete
 */
public record ModuleShare(boolean owner, String naming, Set<String> inherited, List<String> unsettled) {

    /** The default of {@code tenon.naming}. */
    public static final String SNAKE_CASE = "snake_case";

    /** A module whose schema is complete and has nothing of other modules. */
    public static final ModuleShare ALONE = new ModuleShare(true, SNAKE_CASE, Set.of(), List.of());

    public ModuleShare {
        Objects.requireNonNull(naming, "naming");
        inherited = Collections.unmodifiableSet(new TreeSet<>(inherited));
        unsettled = List.copyOf(unsettled);
    }
}
