package dev.tenon.cli.output;

import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.RenameCandidates;
import dev.tenon.schema.internal.rule.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks on a terminal about renames and destructive changes that no option has declared. */
public final class Prompts {

    private final Terminal terminal;
    private final Set<String> asked = new HashSet<>();

    public Prompts(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The terminal. */
    public interface Terminal {

        /** The line that answers a question; empty where there is none. */
        String ask(String question);
    }

    /** The confirmed rename, in the syntax of {@code --rename}; asks about each at most once. */
    public Optional<String> rename(MigrationDraft draft) {
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
    public List<String> acceptances(MigrationDraft draft) {
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
