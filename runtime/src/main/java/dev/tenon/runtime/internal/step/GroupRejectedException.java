package dev.tenon.runtime.internal.step;

import java.sql.SQLException;

/** The server rejected one statement of a group, and it is unknown which. */
final class GroupRejectedException extends StatementFailedException {

    private static final long serialVersionUID = 1L;

    GroupRejectedException(SQLException error) {
        super(error, null);
    }
}
