package dev.tenon.runtime.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.internal.generate.MigrationDraft;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** Checks the result of a change, however it was applied. */
final class AppliedChangeCheck {

    private AppliedChangeCheck() {}

    /** The database has the schema of the entities, no further migration is needed, and all rows exist. */
    static void check(ChangeCase change, MigrationDraft draft, Scratch scratch) throws SQLException {
        assertThat(Verification.verify(scratch.connection(), draft.snapshot(), true)
                        .differences())
                .isEmpty();
        CompiledSnapshot compiled = new CompiledSnapshot(change.after(), change.hints(), Map.of());
        assertThat(MigrationDraft.of(draft.snapshot(), compiled, Set.of()).changes())
                .isEmpty();
        assertThat(scratch.text("SELECT count(*) FROM "
                        + change.after().tables().stream()
                                .map(table -> table.name().name())
                                .filter(name -> !name.equals("organization") && !name.equals("tag"))
                                .findFirst()
                                .orElseThrow()))
                .isEqualTo("1000");
    }
}
