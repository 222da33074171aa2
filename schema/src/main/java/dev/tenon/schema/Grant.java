package dev.tenon.schema;

import java.util.List;

/**
 * The privileges of one role on the object that contains the grant.
 *
 * @param grantee the role; {@code public} stands for all
 * @param privileges the privileges, in the order of {@link Privilege}
 */
public record Grant(String grantee, List<Privilege> privileges) implements Keyed<String> {

    public Grant {
        Normalization.text("a grantee", grantee);
        privileges = Normalization.nonEmpty("privileges", privileges).stream()
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public String name() {
        return grantee;
    }
}
