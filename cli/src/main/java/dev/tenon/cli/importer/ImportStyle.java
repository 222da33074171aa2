package dev.tenon.cli.importer;

import dev.tenon.cli.importer.annotation.NullabilityStyle;
import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.Objects;
import java.util.Optional;

/**
 * How generated sources look.
 *
 * @param entities the style of the entities
 * @param naming the strategy that derives names; empty for the one that needs the fewest declared names
 * @param singular whether classes have the singular of a table's plural name
 * @param nullability how nullable columns are declared where Tenon's annotations declare the columns
 */
public record ImportStyle(
        EntityStyle entities, Optional<NamingStrategy> naming, boolean singular, NullabilityStyle nullability) {

    public ImportStyle {
        Objects.requireNonNull(entities, "entities");
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(nullability, "nullability");
    }

    /** The default style with entities of that style. */
    public static ImportStyle of(EntityStyle entities) {
        return new ImportStyle(entities, Optional.empty(), false, NullabilityStyle.OPTIONAL);
    }
}
