package dev.tenon.runtime.evolution;

import dev.tenon.schema.Grant;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import java.util.List;

/** Edits of who may see and do what. */
final class SecurityEdits {

    /** The role that is not everyone. */
    static final String ROLE = "application";

    static final Edit ADD_POLICY = Edit.table("add policy", (drawing, dice, table) -> {
        Policy policy = drawing.names(dice).policy(drawing.tokens.next(), table, drawing.schema.tables());
        RowSecurity security = dice.of(List.of(RowSecurity.ENABLED, RowSecurity.FORCED));
        drawing.replace(table, each -> each.withRowSecurity(security, Edit.plus(each.policies(), policy)));
    });

    static final List<Edit> ALL = List.of(
            ADD_POLICY,
            Edit.table("change policy", SecurityEdits::change),
            Edit.table(
                    "drop policy",
                    (drawing, dice, table) -> dice.maybe(table.policies())
                            .ifPresent(policy -> drawing.replace(
                                    table,
                                    each -> each.withRowSecurity(
                                            each.rowSecurity(), Edit.without(each.policies(), policy))))),
            Edit.table(
                    "change grants",
                    (drawing, dice, table) -> drawing.replace(table, each -> each.withGrants(grants(dice)))));

    private SecurityEdits() {}

    private static void change(Drawing drawing, RandomChoices dice, Table table) {
        dice.maybe(table.policies()).ifPresent(policy -> {
            Policy fresh = drawing.names(dice).policy(policy.name(), table, drawing.schema.tables());
            drawing.replace(
                    table,
                    each -> each.withRowSecurity(
                            each.rowSecurity(), Edit.replaced(each.policies(), policy, was -> fresh)));
        });
    }

    static List<Grant> usage(RandomChoices dice) {
        return dice.oneIn(3) ? List.of() : List.of(new Grant("public", List.of(Privilege.USAGE)));
    }

    static List<Grant> grants(RandomChoices dice) {
        List<Privilege> privileges =
                dice.of(List.of(List.of(Privilege.SELECT), List.of(Privilege.INSERT, Privilege.SELECT)));
        return dice.oneIn(3) ? List.of() : List.of(new Grant(dice.oneIn(2) ? "public" : ROLE, privileges));
    }
}
