package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes random chains in one database, tries them as an attacker, and proves. */
final class RandomReach {

    private static final String LETTERS = "abc";

    private static final AttackedSchema ATTACKED = AttackedSchema.VIEWS;

    private final Connection connection;
    private final Scratch scratch;
    private final ProofLeaks leaks;
    private final Attacker attacker;
    private final String rowsOfOther;

    RandomReach(Connection connection, Scratch scratch) throws SQLException {
        this.connection = connection;
        this.scratch = scratch;
        Schema schema = ATTACKED.create(scratch);
        this.rowsOfOther = ATTACKED.rowsOfOther(schema);
        this.attacker = new Attacker(connection, scratch.role("login"), scratch.role("app"));
        connection.setAutoCommit(false);
        this.leaks = new ProofLeaks(connection, scratch, schema);
    }

    /**
     * A way to the other tenant's rows.
     *
     * @param role the role that the attacker had, as scripts call it
     * @param chain the chain whose object was tried
     * @param statement what was tried
     */
    record Way(String role, RandomChain chain, String statement) {

        /** Whether a leak of the proof is about an object of the chain, or about the role, unless all have it. */
        boolean namedIn(String leak) {
            return chain.namedIn(leak) || (role.matches("\\$(near|far).") && leak.contains(role));
        }

        @Override
        public String toString() {
            return role + ": " + statement + "\n" + String.join(";\n", chain.setup());
        }
    }

    /**
     * What came of a seed.
     *
     * @param reached the ways that led to the other tenant's rows
     * @param leaks the leaks of the proof
     */
    record Outcome(List<Way> reached, List<String> leaks) {}

    /** Makes the chains of a seed. */
    Outcome run(long seed) throws SQLException {
        Random random = new Random(seed);
        List<RandomChain> chains = LETTERS.chars()
                .mapToObj(letter -> new RandomChain(random, (char) letter))
                .toList();
        try {
            for (RandomChain chain : chains) {
                for (String statement : chain.setup()) {
                    tryExecute(scratch.named(ATTACKED.withTenants(statement)));
                }
            }
            List<String> found = leaks.reachInTransaction();
            List<Way> reached = reached(chains);
            boolean all = reached.stream().allMatch(way -> found.stream().anyMatch(way::namedIn));
            return new Outcome(reached, all ? found : leaks.proofInTransaction());
        } finally {
            connection.rollback();
        }
    }

    private List<Way> reached(List<RandomChain> chains) throws SQLException {
        Savepoint before = connection.setSavepoint();
        List<String> roles = new ArrayList<>(List.of("$app", "$login"));
        chains.forEach(chain -> roles.addAll(chain.roles()));
        List<Way> ways = new ArrayList<>();
        for (String role : roles) {
            if (become(role, roles)) {
                for (RandomChain chain : chains) {
                    for (String statement : chain.attempts()) {
                        if (reaches(role, statement)) {
                            ways.add(new Way(role, chain, statement));
                        }
                    }
                }
            }
        }
        connection.rollback(before);
        return ways;
    }

    /** Tries to become a role, after the attacker made itself a member of whatever it may grant. */
    private boolean become(String role, List<String> roles) throws SQLException {
        String grants = String.join(
                "; ",
                Stream.of("SET ROLE $app", "RESET ROLE")
                        .flatMap(as -> Stream.concat(
                                Stream.of(as),
                                roles.stream()
                                        .skip(2)
                                        .map(each -> "GRANT " + each + " TO $login WITH INHERIT TRUE, SET TRUE")))
                        .toList());
        if (role.equals("$app")) {
            attacker.exploit(scratch.named(grants), "app.tenant_id", ATTACKED.attacker());
        }
        return exploit(role, "SELECT 'is ' || current_user").contains(scratch.named("is " + role));
    }

    private boolean reaches(String role, String statement) throws SQLException {
        Savepoint before = connection.setSavepoint();
        List<String> rows = attacker.rows(rowsOfOther);
        boolean shown = exploit(role, statement).stream().anyMatch(line -> line.contains(AttackedSchema.CANARY));
        boolean reaches = shown || !attacker.rows(rowsOfOther).equals(rows);
        connection.rollback(before);
        return reaches;
    }

    private List<String> exploit(String role, String statement) throws SQLException {
        String become = role.equals("$login") ? "RESET ROLE" : "SET ROLE " + scratch.role(role.substring(1));
        return attacker.exploit(become + "; " + statement, "app.tenant_id", ATTACKED.attacker());
    }

    /** A statement that PostgreSQL refuses leaves its object away, and those over it. */
    private void tryExecute(String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.releaseSavepoint(before);
        } catch (SQLException refused) {
            connection.rollback(before);
        }
    }
}
