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
            type("remove label", EnumEdits::removeLabel),
            type("reorder labels", EnumEdits::reorder),
            type("rename label", EnumEdits::renameLabel),
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
        void apply(Drawing drawing, RandomChoices dice, EnumType type);
    }

    private static Edit type(String name, OfType change) {
        return new Edit(
                name,
                (drawing, dice) ->
                        dice.maybe(drawing.schema.enums()).ifPresent(type -> change.apply(drawing, dice, type)));
    }

    private static void addLabel(Drawing drawing, RandomChoices dice, EnumType type) {
        List<String> labels = new ArrayList<>(type.labels());
        labels.add(dice.below(labels.size() + 1), drawing.tokens.next());
        replace(drawing, type, was -> new EnumType(was.name(), labels, was.comment()));
    }

    /** Its rows get another label, which has had its name all along. */
    private static void removeLabel(Drawing drawing, RandomChoices dice, EnumType type) {
        String gone = dice.of(type.labels());
        List<String> labels = Edit.without(type.labels(), gone);
        EnumType less = new EnumType(type.name(), labels, type.comment());
        if (!drawing.isOld(gone) && !labels.isEmpty()) {
            replace(drawing, type, was -> less);
            return;
        }
        dice.maybe(labels.stream()
                        .filter(label -> !drawing.origins.containsKey(Tokens.of(label)))
                        .filter(label -> drawing.isOld(label) && !drawing.taken.containsKey(label))
                        .toList())
                .filter(label -> !drawing.taken.containsKey(gone))
                .ifPresent(label -> {
                    drawing.taken.put(label, drawing.origin(gone));
                    replace(drawing, type, was -> less);
                });
    }

    /** A label can say one former name only. */
    private static void renameLabel(Drawing drawing, RandomChoices dice, EnumType type) {
        dice.maybe(type.labels().stream()
                        .filter(label -> !drawing.taken.containsKey(label))
                        .toList())
                .ifPresent(label -> drawing.rename(Tokens.of(label)));
    }

    private static void reorder(Drawing drawing, RandomChoices dice, EnumType type) {
        List<String> labels = new ArrayList<>(type.labels());
        String moved = labels.remove(dice.below(labels.size()));
        labels.add(dice.below(labels.size() + 1), moved);
        replace(drawing, type, was -> new EnumType(was.name(), labels, was.comment()));
    }

    private static void replace(Drawing drawing, EnumType type, UnaryOperator<EnumType> change) {
        drawing.set(drawing.schema.withEnums(Edit.replaced(drawing.schema.enums(), type, change)));
    }
}
