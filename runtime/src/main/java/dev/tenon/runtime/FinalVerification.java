package dev.tenon.runtime;

import dev.tenon.runtime.verify.VerifyResult;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;

/** Verifies the result of a migration. */
interface FinalVerification {

    VerifyResult verify(Connection connection, Schema target) throws SQLException;
}
