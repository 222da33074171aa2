package imported;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.ForeignKeyAction;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.References;
import dev.tenon.annotation.Table;
import java.util.Optional;
import java.util.UUID;

@Table
public record Member(
        @Id @References(value = Workspace.class, onDelete = ForeignKeyAction.CASCADE) UUID workspaceId,
        @Id @Column(length = 320) String email,
        Optional<UUID> invitedBy,
        @Default("1") @Check("(seats > 0)") int seats) {
}
