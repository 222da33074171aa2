package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes statements about row-level security policies.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createpolicy.html">CREATE POLICY</a>
 */
public final class PolicySql {

    private PolicySql() {}

    public static String create(QualifiedName table, Policy policy) {
        return "CREATE POLICY " + on(table, policy.name())
                + (policy.permissive() ? "" : "\n    AS RESTRICTIVE")
                + "\n    FOR " + policy.command()
                + " TO " + roles(policy)
                + clause("USING", policy.using())
                + clause("WITH CHECK", policy.check());
    }

    /** Changes roles and conditions in place, so that the table is never without the policy. */
    public static String alter(QualifiedName table, Policy policy) {
        return "ALTER POLICY " + on(table, policy.name()) + "\n    TO " + roles(policy)
                + clause("USING", policy.using())
                + clause("WITH CHECK", policy.check());
    }

    public static String drop(QualifiedName table, String policy) {
        return "DROP POLICY " + on(table, policy);
    }

    private static String on(QualifiedName table, String policy) {
        return Identifier.quote(policy) + " ON " + Identifier.quote(table);
    }

    private static String roles(Policy policy) {
        return policy.roles().stream().map(Identifier::role).collect(Collectors.joining(", "));
    }

    private static String clause(String keyword, Optional<String> condition) {
        return condition.map(sql -> "\n    " + keyword + " (" + sql + ")").orElse("");
    }
}
