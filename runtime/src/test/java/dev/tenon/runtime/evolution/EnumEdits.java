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
                    (edited, random, type) ->
                            edited.rename(Tokens.of(type.name().name()))),
            type(
                    "comment enum",
                    (edited, random, type) -> replace(
                            edited,
                            type,
                            was -> new EnumType(was.name(), was.labels(), Optional.of("one of " + random.below(9))))),
            type(
                    "drop enum",
                    (edited, random, type) ->
                            edited.set(edited.schema.withEnums(Edit.without(edited.schema.enums(), type)))));

    private EnumEdits() {}

    /** An edit of one enum type. */
    @FunctionalInterface
    private interface OfType {
        void apply(EditedSchema edited, RandomChoices random, EnumType type);
    }

    private static Edit type(String name, OfType change) {
        return new Edit(
                name,
                (edited, random) ->
                        random.maybe(edited.schema.enums()).ifPresent(type -> change.apply(edited, random, type)));
    }

    private static void addLabel(EditedSchema edited, RandomChoices random, EnumType type) {
        List<String> labels = new ArrayList<>(type.labels());
        labels.add(random.below(labels.size() + 1), edited.tokens.next());
        replace(edited, type, was -> new EnumType(was.name(), labels, was.comment()));
    }

    /** Its rows get another label, which has never been renamed. */
    private static void removeLabel(EditedSchema edited, RandomChoices random, EnumType type) {
        String removed = random.of(type.labels());
        List<String> labels = Edit.without(type.labels(), removed);
        EnumType less = new EnumType(type.name(), labels, type.comment());
        if (!edited.isOld(removed) && !labels.isEmpty()) {
            replace(edited, type, was -> less);
            return;
        }
        random.maybe(labels.stream()
                        .filter(label -> !edited.origins.containsKey(Tokens.of(label)))
                        .filter(label -> edited.isOld(label) && !edited.taken.containsKey(label))
                        .toList())
                .filter(label -> !edited.taken.containsKey(removed))
                .ifPresent(label -> {
                    edited.taken.put(label, edited.origin(removed));
                    replace(edited, type, was -> less);
                });
    }

    /** A label can declare only one former name. */
    private static void renameLabel(EditedSchema edited, RandomChoices random, EnumType type) {
        random.maybe(type.labels().stream()
                        .filter(label -> !edited.taken.containsKey(label))
                        .toList())
                .ifPresent(label -> edited.rename(Tokens.of(label)));
    }

    private static void reorder(EditedSchema edited, RandomChoices random, EnumType type) {
        List<String> labels = new ArrayList<>(type.labels());
        String moved = labels.remove(random.below(labels.size()));
        labels.add(random.below(labels.size() + 1), moved);
        replace(edited, type, was -> new EnumType(was.name(), labels, was.comment()));
    }

    private static void replace(EditedSchema edited, EnumType type, UnaryOperator<EnumType> change) {
        edited.set(edited.schema.withEnums(Edit.replaced(edited.schema.enums(), type, change)));
    }
}
