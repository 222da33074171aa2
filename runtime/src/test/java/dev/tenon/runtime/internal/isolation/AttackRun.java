package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.isolation.AttackFile.Attack;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes attacks on one database for real, in transactions that are rolled back. */
final class AttackRun implements AutoCloseable {

    private final AttackedSchema attacked;
    private final Scratch scratch;
    private final Schema schema;
    private final Connection connection;
    private final Attacker attacker;
    private final ProofLeaks leaks;

    AttackRun(AttackedSchema attacked, Scratch scratch) throws SQLException {
        this.attacked = attacked;
        this.scratch = scratch;
        this.schema = attacked.create(scratch);
        this.connection = scratch.database().connection();
        this.attacker = new Attacker(connection, scratch.role("login"), scratch.role("app"));
        connection.setAutoCommit(false);
        this.leaks = new ProofLeaks(connection, scratch, schema);
    }

    /**
     * What the attacker got.
     *
     * @param seen what it was shown: rows, notices and errors
     * @param changed whether rows of the other tenant were changed
     */
    record Loot(List<String> seen, boolean changed) {

        /** Whether the attacker got at the other tenant's rows. */
        boolean reached() {
            return changed || seen.stream().anyMatch(line -> line.contains(AttackedSchema.CANARY));
        }
    }

    /** Makes one attack. */
    Loot attack(Attack attack) throws SQLException {
        try {
            execute(attack.setup());
            String rowsOfOther = attacked.rowsOfOther(schema);
            List<String> before = attacker.rows(rowsOfOther);
            List<String> seen = attacker.exploit(
                    scratch.named(attacked.withTenants(attack.exploit())), "app.tenant_id", attacked.attacker());
            return new Loot(seen, !attacker.rows(rowsOfOther).equals(before));
        } finally {
            connection.rollback();
        }
    }

    /** Returns the leaks of the catalogs after all these setups; nothing if they exclude each other. */
    Optional<List<String>> reach(List<Attack> attacks) throws SQLException {
        try {
            for (Attack attack : attacks) {
                if (!tryExecute(attack.setup())) {
                    return Optional.empty();
                }
            }
            return Optional.of(leaks.reachInTransaction());
        } finally {
            connection.rollback();
        }
    }

    /** Returns the leaks that the whole proof finds after all these setups. */
    List<String> proof(List<Attack> attacks) throws SQLException {
        try {
            attacks.forEach(attack -> execute(attack.setup()));
            return leaks.proofInTransaction();
        } finally {
            connection.rollback();
        }
    }

    /** Returns the differences that verify reports after the setup. */
    List<String> drift(Attack attack) throws SQLException {
        try {
            execute(attack.setup());
            return Verification.verifyInTransaction(connection, schema, false).differences().stream()
                    .map(Difference::toString)
                    .map(leaks::unnamed)
                    .toList();
        } finally {
            connection.rollback();
        }
    }

    /** Returns the codes of the rules that refuse, or warn about, what the setup makes, if classes declare it. */
    List<String> refusals(Attack attack) throws SQLException {
        try {
            Savepoint before = connection.setSavepoint();
            Set<String> plain = DeclaredAttack.aboutTenants(connection, schema);
            connection.rollback(before);
            execute(attack.setup());
            return DeclaredAttack.codes(DeclaredAttack.aboutTenants(connection, schema).stream()
                    .filter(finding -> !plain.contains(finding)));
        } finally {
            connection.rollback();
        }
    }

    /** Returns what the rules say about the database after the setup as if classes declared it, by code and place. */
    List<String> findings(Attack attack) throws SQLException {
        try {
            execute(attack.setup());
            return List.copyOf(DeclaredAttack.findings(connection, schema));
        } finally {
            connection.rollback();
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(scratch.named(attacked.withTenants(sql)));
        } catch (SQLException e) {
            throw new AssertionError(sql + "\nfailed: " + e.getMessage(), e);
        }
    }

    private boolean tryExecute(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            execute(sql);
            return true;
        } catch (AssertionError refused) {
            connection.rollback(before);
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
