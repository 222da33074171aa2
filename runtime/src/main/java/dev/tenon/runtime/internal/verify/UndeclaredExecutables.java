package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.internal.catalog.Unmodelled;
import dev.tenon.runtime.internal.catalog.UnmodelledRepair;
import dev.tenon.runtime.internal.catalog.UnmodelledRepair.RepairPhase;
import dev.tenon.runtime.internal.catalog.object.ExecutableObject;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.SqlScript;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds triggers and routines that no snapshot names. Leftovers of Tenon's migrations always count; other triggers and
 * routines count only in strict mode.
 */
final class UndeclaredExecutables {

    private static final String TRIGGER = "trigger";

    private final Set<String> named = new HashSet<>();
    private final MigrationLeftovers leftBehind;

    private UndeclaredExecutables(Schema live, Schema snapshot) {
        this.leftBehind = new MigrationLeftovers(live, snapshot);
        for (SqlObject object : snapshot.objects()) {
            for (String statement : SqlScript.of(object.create()).statements()) {
                CreateStatement.of(statement).ifPresent(this::name);
            }
        }
    }

    /**
     * Returns the undeclared triggers and routines. All but leftovers are marked as tuning, which only strict mode
     * reports.
     */
    static List<Unmodelled> among(List<ExecutableObject> found, Schema live, Schema snapshot) {
        if (found.isEmpty()) {
            return List.of();
        }
        UndeclaredExecutables strangers = new UndeclaredExecutables(live, snapshot);
        return found.stream()
                .filter(each -> !strangers.named.contains(key(each)))
                .map(strangers::unmodelled)
                .toList();
    }

    private void name(CreateStatement made) {
        if (made.isOnRelation()) {
            made.on().ifPresent(on -> named.add(key(on, made.name().name())));
        } else {
            named.add(made.kind().equals("event trigger") ? key(made.name().name()) : key(made.name(), ""));
        }
    }

    private static String key(ExecutableObject stranger) {
        return switch (stranger.kind()) {
            case TRIGGER -> key(stranger.on().orElseThrow(), stranger.name().name());
            case EVENT_TRIGGER -> key(stranger.name().name());
            default -> key(stranger.name(), "");
        };
    }

    private static String key(QualifiedName of, String member) {
        return of.schema() + '\0' + of.name() + '\0' + member;
    }

    private static String key(String eventTrigger) {
        return eventTrigger;
    }

    private Unmodelled unmodelled(ExecutableObject stranger) {
        boolean left = leftBehind.has(stranger);
        boolean trigger = stranger.kind() == ExecutableObject.Kind.TRIGGER;
        return new Unmodelled(stranger.at(), trigger ? TRIGGER : "", stranger.text(), !left, remedy(stranger, left));
    }

    /**
     * Returns the statement that drops it. A routine is dropped last, after the objects that use it; a trigger or
     * leftover is dropped before other corrections.
     */
    private static UnmodelledRepair remedy(ExecutableObject stranger, boolean left) {
        if (stranger.drop().isEmpty()) {
            return new UnmodelledRepair.Impossible(
                    "an object that verify does not inspect depends on it; drop it when it is no longer needed");
        }
        boolean routine = stranger.kind() == ExecutableObject.Kind.ROUTINE
                || stranger.kind() == ExecutableObject.Kind.TRIGGER_FUNCTION;
        return new UnmodelledRepair.Statements(
                routine && !left ? RepairPhase.LAST : RepairPhase.OBSTACLES,
                stranger.drop(),
                left ? MigrationLeftovers.CAUTION : "");
    }
}
