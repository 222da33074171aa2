package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.processor.internal.read.SharedReaders;
import dev.tenon.processor.internal.read.structure.EnumConstants;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Determines the columns of enum constants: their ordinal or name, each with a check, or a PostgreSQL enum type if the
 * enum carries {@code @PgEnum}.
 */
final class EnumValues {

    private final SharedReaders readers;
    private final JpaAnnotationLookup lookup;

    EnumValues(SharedReaders readers, JpaAnnotationLookup lookup) {
        this.readers = readers;
        this.lookup = lookup;
    }

    BasicMapping read(TypeElement type, BasicAttribute source, String schema) {
        if (readers.context().annotations().has(type, "PgEnum")) {
            QualifiedName name = readers.enums().read(type, schema);
            return BasicMapping.of(Optional.of(new ColumnType.UserDefined(name, List.of())));
        }
        ColumnType plain = plain(source);
        return check(type, source)
                .map(check -> BasicMapping.of(plain, check))
                .orElseGet(() -> BasicMapping.of(Optional.of(plain)));
    }

    /** The check of the values for the constants; empty if only running code knows the values. */
    Optional<ValueCheck> check(TypeElement type, BasicAttribute source) {
        return check(type, isByName(source));
    }

    /** The check for constants in a column of a type, which decides whether names or ordinals are stored. */
    Optional<ValueCheck> checkFor(TypeElement type, ColumnType said) {
        return Stream.of(true, false)
                .flatMap(byName -> check(type, byName).stream())
                .filter(check -> check.fits(said))
                .findFirst();
    }

    private Optional<ValueCheck> check(TypeElement type, boolean byName) {
        List<String> constants = constants(type);
        boolean hasOwnValue = ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.FIELD)
                .anyMatch(field -> lookup.of(field).has("EnumeratedValue"));
        if (hasOwnValue
                || constants.isEmpty()
                || readers.context().annotations().has(type, "PgEnum")) {
            // Only running code knows the arguments of the constants' constructors, and an enum type restricts itself.
            return Optional.empty();
        }
        return Optional.of(byName ? new ValueCheck(constants, 0) : new ValueCheck(List.of(), constants.size() - 1));
    }

    private static List<String> constants(TypeElement type) {
        return EnumConstants.of(type).stream()
                .map(Element::getSimpleName)
                .map(Object::toString)
                .toList();
    }

    /**
     * The enum type that Hibernate ORM creates for constants: with their names as labels.
     *
     * @param sorted whether the labels are in the order of the alphabet
     * @param schema the PostgreSQL schema of the type, unless {@code @PgEnum} or the package says another
     */
    ColumnType named(TypeElement type, boolean sorted, String schema) {
        List<String> labels = sorted ? constants(type).stream().sorted().toList() : constants(type);
        return new ColumnType.UserDefined(readers.enums().readNamed(type, labels, schema), List.of());
    }

    /** The type for the names or ordinals of constants. */
    static ColumnType plain(BasicAttribute source) {
        int length = source.sizes().length();
        if (!isByName(source)) {
            return ColumnType.builtin("smallint");
        }
        return length == 1 ? ColumnType.builtin("char", 1) : BasicTypes.text(length);
    }

    private static boolean isByName(BasicAttribute source) {
        return source.enumerated()
                .filter(use -> use.constant("value").equals("STRING"))
                .isPresent();
    }
}
