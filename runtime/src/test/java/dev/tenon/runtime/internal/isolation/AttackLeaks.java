package dev.tenon.runtime.internal.isolation;

import dev.tenon.runtime.internal.isolation.AttackFile.Attack;
import dev.tenon.runtime.internal.isolation.AttackFile.Gain;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds by which leak the proof reports each attack. A proof takes long, so it reads the catalogs once for many setups in
 * one database, whose leaks tell by their names which of them they mean; only what is not found so is proved alone.
 */
final class AttackLeaks {

    private final AttackRun run;
    private final Map<Attack, List<String>> leaks = new LinkedHashMap<>();

    private AttackLeaks(AttackRun run) {
        this.run = run;
    }

    /** Returns the leaks that name the path of each attack; for harmless ones, all leaks that they cause. */
    static Map<Attack, List<String>> of(List<Attack> attacks, AttackRun run) throws SQLException {
        AttackLeaks found = new AttackLeaks(run);
        found.harmless(attacks.stream()
                .filter(attack -> attack.gain() == Gain.HARMLESS)
                .toList());
        Map<Attack, Attack> numbered = new LinkedHashMap<>();
        for (Attack attack : attacks) {
            if (attack.gain() != Gain.HARMLESS) {
                numbered.put(attack.numbered(numbered.size()), attack);
            }
        }
        for (List<Attack> together : compatible(List.copyOf(numbered.keySet()))) {
            found.together(together, numbered);
        }
        return found.leaks;
    }

    /** Groups attacks whose paths cannot be confused. */
    private static List<List<Attack>> compatible(List<Attack> attacks) {
        List<List<Attack>> groups = new ArrayList<>();
        for (Attack attack : attacks) {
            groups.stream()
                    .filter(group -> group.stream().noneMatch(attack::confusedWith))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Attack> next = new ArrayList<>();
                        groups.add(next);
                        return next;
                    })
                    .add(attack);
        }
        return groups;
    }

    private void harmless(List<Attack> attacks) throws SQLException {
        boolean silent = run.proof(attacks).isEmpty();
        for (Attack attack : attacks) {
            leaks.put(attack, silent ? List.of() : run.proof(List.of(attack)));
        }
    }

    private void together(List<Attack> attacks, Map<Attack, Attack> numbered) throws SQLException {
        Optional<List<String>> reached = run.reach(attacks);
        if (reached.isEmpty() && attacks.size() > 1) {
            together(attacks.subList(0, attacks.size() / 2), numbered);
            together(attacks.subList(attacks.size() / 2, attacks.size()), numbered);
            return;
        }
        for (Attack attack : attacks) {
            List<String> own = naming(attack, reached.orElse(List.of()));
            leaks.put(
                    Objects.requireNonNull(numbered.get(attack)),
                    own.isEmpty() ? naming(attack, run.proof(List.of(attack))) : own);
        }
    }

    private static List<String> naming(Attack attack, List<String> all) {
        Pattern name = Pattern.compile("(?<!\\w)" + Pattern.quote(attack.name()) + "(?!\\w)");
        return all.stream()
                .filter(name.asPredicate())
                .map(leak -> leak.replaceAll("_x\\d+\\b", ""))
                .toList();
    }
}
