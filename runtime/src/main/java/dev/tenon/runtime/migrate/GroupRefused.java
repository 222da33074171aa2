package dev.tenon.runtime.migrate;

import java.sql.SQLException;

/** The server refused one of several statements that were sent together, and it is not known which. */
final class GroupRefused extends StatementFailure {

    private static final long serialVersionUID = 1L;

    GroupRefused(SQLException error) {
        super(error, null);
    }
}
