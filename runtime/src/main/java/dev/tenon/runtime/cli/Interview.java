package dev.tenon.runtime.cli;

import dev.tenon.schema.generate.Draft;
import dev.tenon.schema.generate.RenameCandidates;
import dev.tenon.schema.rule.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks on a terminal about renames and destructive changes that no option has declared. */
final class Interview {

    private final Terminal terminal;
    private final Set<String> asked = new HashSet<>();

    Interview(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The terminal. */
    interface Terminal {

        /** The line that answers a question; empty where there is none. */
        String ask(String question);
    }

    /** The confirmed rename, in the syntax of {@code --rename}; asks about each at most once. */
    Optional<String> rename(Draft draft) {
        for (RenameCandidates.Candidate candidate : RenameCandidates.in(draft.changes())) {
            String question = "Was " + candidate.before() + " renamed to "
                    + candidate.after().display() + "? [y/N] ";
            if (asked.add(candidate.words()) && saysYes(terminal.ask(question))) {
                return Optional.of(candidate.words());
            }
        }
        return Optional.empty();
    }

    /** The acceptance tokens that the person typed. */
    List<String> acceptances(Draft draft) {
        return draft.findings().stream()
                .flatMap(finding -> acceptance(finding).stream())
                .toList();
    }

    private Optional<String> acceptance(Finding finding) {
        Optional<String> words = finding.acceptance().filter(asked::add);
        return words.filter(each -> terminal.ask(
                        finding.problem() + ".\nType " + each + " to accept, or press" + " Enter to refuse: ")
                .strip()
                .equals(each));
    }

    private static boolean saysYes(String answer) {
        return answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes");
    }
}
