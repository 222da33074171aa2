package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.schema.KeyedLookup;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The policies of tenant tables are those of the snapshot. No probe can try each setting that a condition may read. As long
 * as a declared restrictive policy is in force, no other policy can show more than it does.
 */
final class UndeclaredPolicies implements ReachCheck {

    @Override
    public String name() {
        return "policies";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) {
        Set<String> roles =
                catalogs.reached().stream().map(role -> role.role().name()).collect(Collectors.toSet());
        List<String> undeclared = new ArrayList<>();
        for (Map.Entry<QualifiedName, List<Policy>> table :
                catalogs.declared().policies().entrySet()) {
            List<Policy> expected = table.getValue();
            List<Policy> live =
                    catalogs.live().table(table.getKey()).orElseThrow().policies();
            if (!isFenced(live, expected)) {
                live.stream()
                        .filter(policy -> policy.permissive() && !isAmong(policy, expected))
                        .filter(policy ->
                                policy.roles().stream().anyMatch(role -> role.equals("public") || roles.contains(role)))
                        .forEach(policy -> undeclared.add(catalogs.session().role() + " has policy " + policy.name()
                                + " on " + table.getKey().display() + ", which the snapshot does not have as it is"));
            }
        }
        return ReachFinding.leaks(undeclared, "tenon verify prints the SQL that restores the declared policies");
    }

    private static boolean isFenced(List<Policy> live, List<Policy> expected) {
        List<Policy> fences =
                expected.stream().filter(policy -> !policy.permissive()).toList();
        return !fences.isEmpty() && fences.stream().allMatch(fence -> isAmong(fence, live));
    }

    private static boolean isAmong(Policy policy, List<Policy> others) {
        return KeyedLookup.find(others, policy.name()).filter(policy::equals).isPresent();
    }
}
