package dev.tenon.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row-level security policy ({@code CREATE POLICY}).
 *
 * @param name the policy's name
 * @param command the command that it applies to
 * @param permissive whether the policy is permissive; otherwise it is restrictive
 * @param roles the roles that it applies to, sorted; {@code public} stands for all
 * @param using the {@code USING} condition on existing rows
 * @param check the {@code WITH CHECK} condition on new rows
 */
public record Policy(
        String name,
        Command command,
        boolean permissive,
        List<String> roles,
        Optional<String> using,
        Optional<String> check)
        implements Keyed<String> {

    /** The commands that a policy may apply to. */
    public enum Command {
        ALL,
        SELECT,
        INSERT,
        UPDATE,
        DELETE
    }

    public Policy {
        Normalization.text("a policy's name", name);
        Objects.requireNonNull(command, "command");
        roles = Normalization.nonEmpty("a policy's roles", roles).stream()
                .sorted()
                .distinct()
                .toList();
        Objects.requireNonNull(using, "using");
        Objects.requireNonNull(check, "check");
    }

    public Policy withName(String other) {
        return new Policy(other, command, permissive, roles, using, check);
    }

    public Policy withRoles(List<String> others) {
        return new Policy(name, command, permissive, others, using, check);
    }

    /** The same policy with other conditions. */
    public Policy withConditions(Optional<String> otherUsing, Optional<String> otherCheck) {
        return new Policy(name, command, permissive, roles, otherUsing, otherCheck);
    }
}
