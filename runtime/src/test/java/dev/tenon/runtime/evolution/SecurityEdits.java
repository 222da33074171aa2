package dev.tenon.runtime.evolution;

import dev.tenon.schema.Grant;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.RowSecurity;
import dev.tenon.schema.Table;
import java.util.List;

/** Edits of policies and grants. */
final class SecurityEdits {

    /** The role other than PUBLIC. */
    static final String ROLE = "application";

    static final Edit ADD_POLICY = Edit.table("add policy", (edited, random, table) -> {
        Policy policy = edited.names(random).policy(edited.tokens.next(), table, edited.schema.tables());
        RowSecurity security = random.of(List.of(RowSecurity.ENABLED, RowSecurity.FORCED));
        edited.replace(table, each -> each.withRowSecurity(security, Edit.plus(each.policies(), policy)));
    });

    static final List<Edit> ALL = List.of(
            ADD_POLICY,
            Edit.table("change policy", SecurityEdits::change),
            Edit.table(
                    "drop policy",
                    (edited, random, table) -> random.maybe(table.policies())
                            .ifPresent(policy -> edited.replace(
                                    table,
                                    each -> each.withRowSecurity(
                                            each.rowSecurity(), Edit.without(each.policies(), policy))))),
            Edit.table(
                    "change grants",
                    (edited, random, table) -> edited.replace(table, each -> each.withGrants(grants(random)))));

    private SecurityEdits() {}

    private static void change(EditedSchema edited, RandomChoices random, Table table) {
        random.maybe(table.policies()).ifPresent(policy -> {
            Policy fresh = edited.names(random).policy(policy.name(), table, edited.schema.tables());
            edited.replace(
                    table,
                    each -> each.withRowSecurity(
                            each.rowSecurity(), Edit.replaced(each.policies(), policy, was -> fresh)));
        });
    }

    static List<Grant> usage(RandomChoices random) {
        return random.oneIn(3) ? List.of() : List.of(new Grant("public", List.of(Privilege.USAGE)));
    }

    static List<Grant> grants(RandomChoices random) {
        List<Privilege> privileges =
                random.of(List.of(List.of(Privilege.SELECT), List.of(Privilege.INSERT, Privilege.SELECT)));
        return random.oneIn(3) ? List.of() : List.of(new Grant(random.oneIn(2) ? "public" : ROLE, privileges));
    }
}
