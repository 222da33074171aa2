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
                    (drawing, random, type) ->
                            drawing.rename(Tokens.of(type.name().name()))),
            type(
                    "comment enum",
                    (drawing, random, type) -> replace(
                            drawing,
                            type,
                            was -> new EnumType(was.name(), was.labels(), Optional.of("one of " + random.below(9))))),
            type(
                    "drop enum",
                    (drawing, random, type) ->
                            drawing.set(drawing.schema.withEnums(Edit.without(drawing.schema.enums(), type)))));

    private EnumEdits() {}

    /** An edit of one enum type. */
    @FunctionalInterface
    private interface OfType {
        void apply(Drawing drawing, RandomChoices random, EnumType type);
    }

    private static Edit type(String name, OfType change) {
        return new Edit(
                name,
                (drawing, random) ->
                        random.maybe(drawing.schema.enums()).ifPresent(type -> change.apply(drawing, random, type)));
    }

    private static void addLabel(Drawing drawing, RandomChoices random, EnumType type) {
        List<String> labels = new ArrayList<>(type.labels());
        labels.add(random.below(labels.size() + 1), drawing.tokens.next());
        replace(drawing, type, was -> new EnumType(was.name(), labels, was.comment()));
    }

    /** Its rows get another label, which has never been renamed. */
    private static void removeLabel(Drawing drawing, RandomChoices random, EnumType type) {
        String removed = random.of(type.labels());
        List<String> labels = Edit.without(type.labels(), removed);
        EnumType less = new EnumType(type.name(), labels, type.comment());
        if (!drawing.isOld(removed) && !labels.isEmpty()) {
            replace(drawing, type, was -> less);
            return;
        }
        random.maybe(labels.stream()
                        .filter(label -> !drawing.origins.containsKey(Tokens.of(label)))
                        .filter(label -> drawing.isOld(label) && !drawing.taken.containsKey(label))
                        .toList())
                .filter(label -> !drawing.taken.containsKey(removed))
                .ifPresent(label -> {
                    drawing.taken.put(label, drawing.origin(removed));
                    replace(drawing, type, was -> less);
                });
    }

    /** A label can declare only one former name. */
    private static void renameLabel(Drawing drawing, RandomChoices random, EnumType type) {
        random.maybe(type.labels().stream()
                        .filter(label -> !drawing.taken.containsKey(label))
                        .toList())
                .ifPresent(label -> drawing.rename(Tokens.of(label)));
    }

    private static void reorder(Drawing drawing, RandomChoices random, EnumType type) {
        List<String> labels = new ArrayList<>(type.labels());
        String moved = labels.remove(random.below(labels.size()));
        labels.add(random.below(labels.size() + 1), moved);
        replace(drawing, type, was -> new EnumType(was.name(), labels, was.comment()));
    }

    private static void replace(Drawing drawing, EnumType type, UnaryOperator<EnumType> change) {
        drawing.set(drawing.schema.withEnums(Edit.replaced(drawing.schema.enums(), type, change)));
    }
}
