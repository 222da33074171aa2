package dev.tenon.runtime.evolution;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A random schema as the statements that create it, for the tests of other modules. */
public final class RandomDatabase {

    private RandomDatabase() {}

    /** Returns the statements for a seed, each for its own transaction. */
    public static List<String> statements(long seed) {
        Schema schema = RandomSchema.of(new RandomChoices(seed), new Tokens());
        return MigrationDraft.of(Schema.EMPTY, new CompiledSnapshot(schema, MigrationHints.NONE, Map.of()), Set.of())
                .steps()
                .stream()
                .flatMap(step -> step.statements().stream())
                .map(Statement::sql)
                .toList();
    }
}
