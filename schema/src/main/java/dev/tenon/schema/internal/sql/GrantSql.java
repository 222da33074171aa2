package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Privilege;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.stream.Collectors;

/**
 * Writes GRANT and REVOKE statements.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-grant.html">GRANT</a>
 */
public final class GrantSql {

    private GrantSql() {}

    public static String grant(ObjectPath on, Grant grant) {
        return "GRANT " + privileges(grant) + " ON " + object(on) + " TO " + Identifier.role(grant.grantee());
    }

    public static String revoke(ObjectPath on, Grant grant) {
        return "REVOKE " + privileges(grant) + " ON " + object(on) + " FROM " + Identifier.role(grant.grantee());
    }

    /** Grants a privilege on a column of a table or view, with the option to grant it to others or without. */
    public static String grantOnColumn(
            ObjectPath on, String column, String privilege, String grantee, boolean withOption) {
        return "GRANT " + privilege + " (" + Identifier.quote(column) + ") ON " + object(on) + " TO "
                + Identifier.role(grantee) + (withOption ? " WITH GRANT OPTION" : "");
    }

    /** Grants a privilege with the option to grant it to others. */
    public static String grantWithOption(ObjectPath on, String privilege, String grantee) {
        return "GRANT " + privilege + " ON " + object(on) + " TO " + Identifier.role(grantee) + " WITH GRANT OPTION";
    }

    /** Revokes a privilege on a column of a table or view, and the grants that depend on it. */
    public static String revokeOnColumn(ObjectPath on, String column, String privilege, String grantee) {
        return "REVOKE " + privilege + " (" + Identifier.quote(column) + ") ON " + object(on) + " FROM "
                + Identifier.role(grantee) + " CASCADE";
    }

    /** Revokes the grant option of a privilege, and the grants that depend on it; the privilege itself stays. */
    public static String revokeOption(ObjectPath on, String privilege, String grantee) {
        return "REVOKE GRANT OPTION FOR " + privilege + " ON " + object(on) + " FROM " + Identifier.role(grantee)
                + " CASCADE";
    }

    private static String privileges(Grant grant) {
        return grant.privileges().stream().map(Privilege::name).collect(Collectors.joining(", "));
    }

    private static String object(ObjectPath on) {
        return switch (on.kind()) {
            case SCHEMA -> "SCHEMA " + Identifier.quote(on.owner().name());
            case SEQUENCE -> "SEQUENCE " + Identifier.quote(on.owner());
            default -> "TABLE " + Identifier.quote(on.owner());
        };
    }
}
