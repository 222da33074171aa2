package dev.tenon.runtime.internal.abandon;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.migrate.Loss;
import dev.tenon.schema.MigrationName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses to take back what is lost without acceptance. */
final class AbandonFaults {

    private AbandonFaults() {}

    /** Throws unless every loss is accepted. */
    static void requireAcceptance(MigrationName migration, List<Loss> losses, Set<String> accepted) {
        List<Loss> open = losses.stream()
                .filter(loss -> loss.acceptance().filter(accepted::contains).isEmpty())
                .toList();
        if (!open.isEmpty()) {
            throw refusal(migration, open).exception();
        }
    }

    /** The plan does not become empty, because its statements have no lasting effect. */
    static Fault unfinished(MigrationName migration, String plan) {
        return new Fault(
                FaultCode.ABANDONING,
                migration + " is not taken back: after several attempts, these statements are still to be run: "
                        + plan.strip(),
                "find out what reverts them, then run 'tenon abandon' again",
                Map.of("migration", migration.toString()));
    }

    private static Fault refusal(MigrationName migration, List<Loss> open) {
        String tokens = open.stream()
                .flatMap(loss -> loss.acceptance().stream())
                .distinct()
                .collect(Collectors.joining(","));
        boolean impossible = open.stream().anyMatch(loss -> loss.acceptance().isEmpty());
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("migration", migration.toString());
        facts.put("acceptances", tokens);
        return new Fault(
                FaultCode.NOT_ABANDONED,
                migration + " cannot be taken back without a loss: "
                        + open.stream().map(Loss::toString).collect(Collectors.joining("; ")),
                impossible
                        ? "correct that first, or fix the cause of the failure and run 'tenon migrate'"
                        : "accept it with: tenon abandon --accept " + quoted(tokens),
                facts);
    }

    private static String quoted(String tokens) {
        return tokens.chars().anyMatch(c -> c == ' ' || c == '"' || c == '$') ? "'" + tokens + "'" : tokens;
    }
}
