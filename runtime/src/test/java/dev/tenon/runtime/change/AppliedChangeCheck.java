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

/** What holds after a change has been applied, however that went. */
final class AppliedChangeCheck {

    private AppliedChangeCheck() {}

    /** The database is what the entities need, nothing is left to draft, and all rows are there. */
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
