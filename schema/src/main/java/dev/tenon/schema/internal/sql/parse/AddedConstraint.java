package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import java.util.Optional;

/**
 * The constraint that a statement adds to a table, and nothing else.
 *
 * @param table the table or partition
 * @param name the name of the constraint
 * @param kind the first word of its definition in lower case, for example {@code check} or {@code foreign}
 * @param holds whether the server checks the existing rows: the statement has neither NOT VALID nor NOT ENFORCED
 */
public record AddedConstraint(QualifiedName table, String name, String kind, boolean holds) {

    /** Reads a statement; empty if it does not add one constraint with a name. */
    public static Optional<AddedConstraint> of(String sql) {
        return new AlterationParser(new CreateStatementParser(SqlTokens.meaningful(sql))).addedConstraint();
    }

    /** Whether the statement checks existing rows that it could leave to a later VALIDATE CONSTRAINT. */
    public boolean isValidatable() {
        return holds && (kind.equals("check") || kind.equals("foreign"));
    }
}
