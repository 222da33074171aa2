package dev.tenon.runtime.evolution;

import java.util.Arrays;
import java.util.Optional;

/** Why a server may refuse a statement that the simulation allows; there are no other causes. */
enum UnforeseenRefusal {
    /** Rows or constants do not fit: values are not simulated. */
    DATA("22", "23"),
    /** The role lacks a privilege. */
    PRIVILEGE("42501"),
    /** Roles belong to the server; a migration may use those that exist. */
    ROLE("role \"", "42704"),
    /** Limits and features of the server. */
    CONFIGURATION("53", "54", "58");

    private final String text;
    private final String states;

    UnforeseenRefusal(String... states) {
        boolean begins = states[0].contains(" ");
        this.text = begins ? states[0] : "";
        this.states = String.join(" ", Arrays.asList(states).subList(begins ? 1 : 0, states.length));
    }

    /** The cause of a refusal, if it has one of these. */
    static Optional<UnforeseenRefusal> of(PlanVerdict server) {
        return Arrays.stream(values())
                .filter(cause -> Arrays.stream(cause.states.split(" ", -1)).anyMatch(server.code()::startsWith)
                        && server.reason().contains(cause.text))
                .findFirst();
    }
}
