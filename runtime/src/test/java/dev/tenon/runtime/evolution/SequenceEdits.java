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

    static final Edit ADD = new Edit("add sequence", (edited, random) -> {
        Sequence sequence = Sequence.of(edited.names(random).qualified());
        edited.set(edited.schema.withSequences(Edit.plus(edited.schema.sequences(), sequence)));
    });

    static final List<Edit> ALL = List.of(
            ADD,
            sequence(
                    "change sequence",
                    (edited, random, sequence) -> replace(
                            edited,
                            sequence,
                            was -> was.withOptions(new SequenceOptions(
                                    Optional.empty(),
                                    1 + random.below(5),
                                    Optional.empty(),
                                    random.oneIn(2) ? Optional.empty() : Optional.of(1000L + random.below(5)),
                                    1 + random.below(9),
                                    random.oneIn(2))))),
            sequence(
                    "comment sequence",
                    (edited, random, sequence) ->
                            replace(edited, sequence, was -> commented(was, "counts " + random.below(9)))),
            sequence(
                    "grant sequence",
                    (edited, random, sequence) ->
                            replace(edited, sequence, was -> was.withGrants(SecurityEdits.usage(random)))),
            sequence("own sequence", SequenceEdits::own),
            sequence("take default from sequence", SequenceEdits::use),
            sequence(
                    "drop sequence",
                    (edited, random, sequence) -> edited.set(
                            edited.schema.withSequences(Edit.without(edited.schema.sequences(), sequence)))));

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
        void apply(EditedSchema edited, RandomChoices random, Sequence sequence);
    }

    private static Edit sequence(String name, OfSequence change) {
        return new Edit(
                name,
                (edited, random) -> random.maybe(edited.schema.sequences())
                        .ifPresent(sequence -> change.apply(edited, random, sequence)));
    }

    /** PostgreSQL lets a column own only sequences of its own schema. */
    private static void own(EditedSchema edited, RandomChoices random, Sequence sequence) {
        random.maybe(edited.schema.tables().stream()
                        .filter(table ->
                                table.name().schema().equals(sequence.name().schema()))
                        .toList())
                .ifPresent(table -> replace(
                        edited,
                        sequence,
                        was -> was.withOwner(Optional.of(new Sequence.Owner(
                                table.name(), random.of(table.columns()).name())))));
    }

    private static void use(EditedSchema edited, RandomChoices random, Sequence sequence) {
        Table table = random.of(edited.schema.tables());
        Column column = random.of(table.columns());
        if (column.type().toString().equals("bigint") && !column.generated()) {
            String next = "nextval(" + Literal.text(Identifier.quote(sequence.name())) + "::regclass)";
            edited.replace(table, column, was -> was.withDefault(Optional.of(new ColumnDefault.Expression(next))));
        }
    }

    private static void replace(EditedSchema edited, Sequence sequence, UnaryOperator<Sequence> change) {
        edited.set(edited.schema.withSequences(Edit.replaced(edited.schema.sequences(), sequence, change)));
    }
}
