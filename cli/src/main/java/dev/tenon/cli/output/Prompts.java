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

    /** A terminal. */
    public interface Terminal {

        /** Asks a question and returns the typed line; empty at the end of the input. */
        String ask(String question);
    }

    /** Returns a confirmed rename in the syntax of {@code --rename}; it asks about each candidate once. */
    public Optional<String> rename(MigrationDraft draft) {
        for (RenameCandidates.Candidate candidate : RenameCandidates.in(draft.changes())) {
            String question = "Was " + candidate.before() + " renamed to "
                    + candidate.after().display() + "? [y/N] ";
            if (asked.add(candidate.optionValue()) && isYes(terminal.ask(question))) {
                return Optional.of(candidate.optionValue());
            }
        }
        return Optional.empty();
    }

    /** Returns the acceptance tokens that the user typed. */
    public List<String> acceptances(MigrationDraft draft) {
        return draft.findings().stream()
                .flatMap(finding -> acceptance(finding).stream())
                .toList();
    }

    private Optional<String> acceptance(Finding finding) {
        Optional<String> acceptance = finding.acceptance().filter(asked::add);
        return acceptance.filter(each -> terminal.ask(
                        finding.problem() + ".\nType " + each + " to accept, or press" + " Enter to refuse: ")
                .strip()
                .equals(each));
    }

    private static boolean isYes(String answer) {
        return answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes");
    }
}
