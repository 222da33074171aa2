package dev.tenon.schema;

import java.util.List;

/**
 * What one role may do with the object that holds the grant.
 *
 * @param grantee the role; {@code public} stands for all
 * @param privileges what is granted, in the order of {@link Privilege}
 */
public record Grant(String grantee, List<Privilege> privileges) implements Named<String> {

    public Grant {
        Normal.text("a grantee", grantee);
        privileges = Normal.nonEmpty("privileges", privileges).stream()
                .sorted()
                .distinct()
                .toList();
    }

    @Override
    public String name() {
        return grantee;
    }
}
