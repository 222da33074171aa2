package dev.tenon.schema.internal.hazard;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.rename.RenameResolver;
import dev.tenon.schema.internal.plan.PlanContext;
import dev.tenon.schema.internal.rule.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A former name has no effect if its object does not exist, or if names form a cycle. Renames that an earlier migration
 * applied are not reported.
 */
final class IneffectiveRename implements HazardRule {

    private static final String ATTRIBUTE = "renamedFrom";

    @Override
    public String code() {
        return "TN431";
    }

    @Override
    public void check(List<Change> changes, PlanContext context, Consumer<Finding> findings) {
        if (isFirst(context.before())) {
            return;
        }
        Map<ObjectPath, String> hints = context.hints().renamedFrom();
        hints.forEach((now, text) -> {
            ObjectPath former = RenameResolver.of(now, text);
            if (RenameResolver.isIn(context.after(), now) && RenameResolver.isOwnerIn(context.before(), now)) {
                if (!RenameResolver.isIn(context.before(), now)) {
                    findings.accept(ignored(now, former, context));
                } else if (RenameResolver.isIn(context.before(), former) && isCircle(now, hints, context)) {
                    findings.accept(Finding.error(
                            code(),
                            now,
                            ATTRIBUTE,
                            said(now, former) + ", and these former names form a cycle",
                            "give one of them a new name in this migration, and its final name in"
                                    + " the next migration"));
                }
            }
        });
    }

    private static boolean isFirst(Schema before) {
        return before.tables().isEmpty()
                && before.enums().isEmpty()
                && before.views().isEmpty();
    }

    private Finding ignored(ObjectPath now, ObjectPath former, PlanContext context) {
        boolean stays = RenameResolver.isIn(context.before(), former);
        boolean moved = !stays
                && context.hints().renamedFrom().entrySet().stream()
                        .anyMatch(other -> !other.getKey().equals(now)
                                && RenameResolver.of(other.getKey(), other.getValue())
                                        .equals(former));
        String why = stays
                ? ", which still exists"
                : moved ? ", which is renamed to something else" : ", which does not exist in the newest migration";
        return Finding.error(
                code(),
                now,
                ATTRIBUTE,
                said(now, former) + why + ", so the new " + now.kind().text() + " would start empty",
                stays || moved
                        ? "remove @RenamedFrom if it is new, or keep only the declaration that continues the old one"
                        : "write the name that it has in the database, or remove @RenamedFrom if it is new");
    }

    private static String said(ObjectPath now, ObjectPath former) {
        return now.kind().text() + " " + now.display() + " is declared as renamed from "
                + (former.member().isEmpty() ? former.display() : former.member());
    }

    /** Whether former names lead in a cycle back to the object, through objects that all exist before and after. */
    private static boolean isCircle(ObjectPath start, Map<ObjectPath, String> hints, PlanContext context) {
        Set<ObjectPath> seen = new HashSet<>();
        ObjectPath at = start;
        while (seen.add(at)) {
            String text = hints.get(at);
            if (text == null
                    || !RenameResolver.isIn(context.before(), at)
                    || !RenameResolver.isIn(context.after(), at)) {
                return false;
            }
            at = RenameResolver.of(at, text);
        }
        return at.equals(start);
    }
}
