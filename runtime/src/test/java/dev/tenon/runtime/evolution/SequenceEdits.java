package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.SequenceOptions;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Edits of sequences. */
final class SequenceEdits {

    static final Edit ADD = new Edit("add sequence", (drawing, dice) -> {
        Sequence sequence = Sequence.of(drawing.names(dice).qualified());
        drawing.set(drawing.schema.withSequences(Edit.plus(drawing.schema.sequences(), sequence)));
    });

    static final List<Edit> ALL = List.of(
            ADD,
            sequence(
                    "change sequence",
                    (drawing, dice, sequence) -> replace(
                            drawing,
                            sequence,
                            was -> was.withOptions(new SequenceOptions(
                                    Optional.empty(),
                                    1 + dice.below(5),
                                    Optional.empty(),
                                    dice.oneIn(2) ? Optional.empty() : Optional.of(1000L + dice.below(5)),
                                    1 + dice.below(9),
                                    dice.oneIn(2))))),
            sequence(
                    "comment sequence",
                    (drawing, dice, sequence) ->
                            replace(drawing, sequence, was -> commented(was, "counts " + dice.below(9)))),
            sequence(
                    "grant sequence",
                    (drawing, dice, sequence) ->
                            replace(drawing, sequence, was -> was.withGrants(SecurityEdits.usage(dice)))),
            sequence("own sequence", SequenceEdits::own),
            sequence("take default from sequence", SequenceEdits::use),
            sequence(
                    "drop sequence",
                    (drawing, dice, sequence) -> drawing.set(
                            drawing.schema.withSequences(Edit.without(drawing.schema.sequences(), sequence)))));

    private SequenceEdits() {}

    private static Sequence commented(Sequence sequence, String comment) {
        return new Sequence(
                sequence.name(),
                sequence.type(),
                sequence.options(),
                sequence.owner(),
                sequence.grants(),
                Optional.of(comment));
    }

    /** An edit of one sequence. */
    @FunctionalInterface
    private interface OfSequence {
        void apply(Drawing drawing, RandomChoices dice, Sequence sequence);
    }

    private static Edit sequence(String name, OfSequence change) {
        return new Edit(
                name,
                (drawing, dice) -> dice.maybe(drawing.schema.sequences())
                        .ifPresent(sequence -> change.apply(drawing, dice, sequence)));
    }

    /** PostgreSQL lets a column own only sequences of its own schema. */
    private static void own(Drawing drawing, RandomChoices dice, Sequence sequence) {
        dice.maybe(drawing.schema.tables().stream()
                        .filter(table ->
                                table.name().schema().equals(sequence.name().schema()))
                        .toList())
                .ifPresent(table -> replace(
                        drawing,
                        sequence,
                        was -> was.withOwner(Optional.of(new Sequence.Owner(
                                table.name(), dice.of(table.columns()).name())))));
    }

    private static void use(Drawing drawing, RandomChoices dice, Sequence sequence) {
        Table table = dice.of(drawing.schema.tables());
        Column column = dice.of(table.columns());
        if (column.type().toString().equals("bigint") && !column.generated()) {
            String next = "nextval(" + Literal.text(Identifier.quote(sequence.name())) + "::regclass)";
            drawing.replace(table, column, was -> was.withDefault(Optional.of(new ColumnDefault.Expression(next))));
        }
    }

    private static void replace(Drawing drawing, Sequence sequence, UnaryOperator<Sequence> change) {
        drawing.set(drawing.schema.withSequences(Edit.replaced(drawing.schema.sequences(), sequence, change)));
    }
}
