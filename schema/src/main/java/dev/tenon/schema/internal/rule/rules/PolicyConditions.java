package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.rule.Finding;
import dev.tenon.schema.internal.rule.SchemaRule;
import java.util.function.Consumer;

/** A policy must have a condition, and only conditions that apply to its command. */
final class PolicyConditions implements SchemaRule {

    @Override
    public String code() {
        return "TN220";
    }

    @Override
    public void check(Schema schema, Consumer<Finding> findings) {
        for (Table table : schema.tables()) {
            for (Policy policy : table.policies()) {
                check(ObjectPath.policy(table.name(), policy.name()), policy, findings);
            }
        }
    }

    private void check(ObjectPath path, Policy policy, Consumer<Finding> findings) {
        boolean reads = policy.command() != Policy.Command.INSERT;
        boolean writes = policy.command() != Policy.Command.SELECT && policy.command() != Policy.Command.DELETE;
        if (policy.using().isPresent() && !reads) {
            report(path, "using", path + " is for INSERT, which reads no rows", "use check instead of using", findings);
        }
        if (policy.check().isPresent() && !writes) {
            String problem = path + " is for " + policy.command() + ", which writes no rows";
            report(path, "check", problem, "use using instead of check", findings);
        }
        if (policy.using().isEmpty() && policy.check().isEmpty()) {
            report(
                    path,
                    "",
                    path + " has no condition",
                    "add using or check; the condition true accepts all" + " rows",
                    findings);
        }
    }

    private void report(ObjectPath path, String attribute, String problem, String remedy, Consumer<Finding> findings) {
        findings.accept(Finding.error(code(), path, attribute, problem, remedy));
    }
}
