package dev.tenon.runtime.internal.step;

import java.sql.SQLException;

/** The server refused one of several statements that were sent together, and it is not known which. */
final class GroupRejectedException extends StatementFailedException {

    private static final long serialVersionUID = 1L;

    GroupRejectedException(SQLException error) {
        super(error, null);
    }
}
