package dev.tenon.runtime.evolution;

import dev.tenon.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Edits of enum types. */
final class EnumEdits {

    static final List<Edit> ALL = List.of(
            type("add label", EnumEdits::addLabel),
            type("rename label", (drawing, dice, type) -> drawing.rename(Tokens.of(dice.of(type.labels())))),
            type(
                    "rename enum",
                    (drawing, dice, type) ->
                            drawing.rename(Tokens.of(type.name().name()))),
            type(
                    "comment enum",
                    (drawing, dice, type) -> replace(
                            drawing,
                            type,
                            was -> new EnumType(was.name(), was.labels(), Optional.of("one of " + dice.below(9))))),
            type(
                    "drop enum",
                    (drawing, dice, type) ->
                            drawing.set(drawing.schema.withEnums(Edit.without(drawing.schema.enums(), type)))));

    private EnumEdits() {}

    /** An edit of one enum type. */
    @FunctionalInterface
    private interface OfType {
        void apply(Drawing drawing, Dice dice, EnumType type);
    }

    private static Edit type(String name, OfType change) {
        return new Edit(
                name,
                (drawing, dice) ->
                        dice.maybe(drawing.schema.enums()).ifPresent(type -> change.apply(drawing, dice, type)));
    }

    private static void addLabel(Drawing drawing, Dice dice, EnumType type) {
        List<String> labels = new ArrayList<>(type.labels());
        labels.add(dice.below(labels.size() + 1), drawing.tokens.next());
        replace(drawing, type, was -> new EnumType(was.name(), labels, was.comment()));
    }

    private static void replace(Drawing drawing, EnumType type, UnaryOperator<EnumType> change) {
        drawing.set(drawing.schema.withEnums(Edit.replaced(drawing.schema.enums(), type, change)));
    }
}
