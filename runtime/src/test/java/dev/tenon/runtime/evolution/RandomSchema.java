package dev.tenon.runtime.evolution;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes schemas at random, by editing one that is almost empty. */
final class RandomSchema {

    private static final List<Edit> PARTS = List.of(
            TableEdits.ADD,
            ConstraintEdits.ADD,
            ConstraintEdits.ADD,
            ConstraintEdits.ADD_REFERENCE,
            ConstraintEdits.ADD_REFERENCE,
            ConstraintEdits.ADD_REFERENCE,
            IndexEdits.ADD,
            IndexEdits.ADD,
            SecurityEdits.ADD_POLICY,
            ColumnEdits.ADD_COMPUTED,
            ViewEdits.ADD,
            SequenceEdits.ADD,
            PartitionEdits.ADD_TABLE,
            ObjectEdits.ADD_FUNCTION,
            ObjectEdits.ADD_TRIGGER,
            TenantEdits.SCOPE,
            ExtensionEdits.ADD,
            ExtensionEdits.ADD_COLUMN);

    private RandomSchema() {}

    static Schema of(RandomChoices dice, Tokens tokens) {
        return of(dice, tokens, PARTS);
    }

    /** One of which no table has been given to tenants yet. */
    static Schema withoutTenants(RandomChoices dice, Tokens tokens) {
        return of(dice, tokens, Edit.without(PARTS, TenantEdits.SCOPE));
    }

    private static Schema of(RandomChoices dice, Tokens tokens, List<Edit> choices) {
        List<EnumType> enums = new ArrayList<>();
        int types = dice.below(3);
        RandomTable names = new RandomTable(dice, tokens);
        for (int i = 0; i < types; i++) {
            enums.add(new EnumType(
                    names.qualified(),
                    List.of(tokens.next(), "it's " + tokens.next(), tokens.next()),
                    Optional.empty()));
        }
        Drawing drawing = new Drawing(ReferencePruner.of(Schema.EMPTY.withEnums(enums)), tokens);
        TableEdits.ADD.apply(drawing, dice);
        TableEdits.ADD.apply(drawing, dice);
        int parts = 3 + dice.below(12);
        for (int i = 0; i < parts; i++) {
            dice.of(choices).apply(drawing, dice);
        }
        return drawing.schema;
    }
}
