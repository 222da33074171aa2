package dev.tenon.runtime.evolution;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Generates random schemas by edits of an almost empty one. */
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
            DependentEdits.ADD_TRIGGER,
            DependentEdits.ADD_STATISTICS,
            DependentEdits.ADD_ROUTINE,
            DependentEdits.ADD_VIEW_BY_KEY,
            RoutineEdits.ADD,
            RoutineEdits.ADD_DOMAIN,
            RoutineEdits.USE,
            RoutineEdits.USE,
            TenantEdits.SCOPE,
            ExtensionEdits.ADD,
            ExtensionEdits.ADD_COLUMN);

    private RandomSchema() {}

    static Schema of(RandomChoices random, Tokens tokens) {
        return of(random, tokens, PARTS);
    }

    /** Generates a schema without tenant tables. */
    static Schema withoutTenants(RandomChoices random, Tokens tokens) {
        return of(random, tokens, Edit.without(PARTS, TenantEdits.SCOPE));
    }

    private static Schema of(RandomChoices random, Tokens tokens, List<Edit> choices) {
        List<EnumType> enums = new ArrayList<>();
        int types = random.below(3);
        RandomTable names = new RandomTable(random, tokens);
        for (int i = 0; i < types; i++) {
            enums.add(new EnumType(
                    names.qualified(),
                    List.of(tokens.next(), "it's " + tokens.next(), tokens.next()),
                    Optional.empty()));
        }
        EditedSchema edited = new EditedSchema(ReferencePruner.of(Schema.EMPTY.withEnums(enums)), tokens);
        TableEdits.ADD.apply(edited, random);
        TableEdits.ADD.apply(edited, random);
        int parts = 4 + random.below(14);
        for (int i = 0; i < parts; i++) {
            random.of(choices).apply(edited, random);
        }
        return edited.schema;
    }
}
