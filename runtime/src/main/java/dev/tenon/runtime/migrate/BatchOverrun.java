package dev.tenon.runtime.migrate;

import dev.tenon.schema.sql.SqlStatement;
import java.sql.SQLException;

/** A batch took longer than it may, and was rolled back. */
final class BatchOverrun extends StatementFailure {

    private static final long serialVersionUID = 1L;

    BatchOverrun(SQLException error, SqlStatement statement) {
        super(error, statement);
    }
}
