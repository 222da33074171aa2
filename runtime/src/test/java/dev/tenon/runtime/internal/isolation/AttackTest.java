package dev.tenon.runtime.internal.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.internal.isolation.AttackFile.Attack;
import dev.tenon.runtime.internal.isolation.AttackFile.Gain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Attacks are made for real: the proof finds each that gets at another tenant's rows, and is silent about the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {

    private static final boolean WRITING = "write".equals(System.getProperty("tenon.golden"));

    private static final Path PAGE = Path.of("../docs/internals/attacks.md");

    /** Titles of what the proof does not find yet. This list only shrinks. */
    private static final Set<String> UNDETECTED = Set.of();

    /** Titles of what gives nothing and is a leak for the proof nevertheless. This list only shrinks. */
    private static final Set<String> FALSE_ALARMS = Set.of();

    private final List<TriedAttack> tried = new ArrayList<>();

    /**
     * An attack and what came of it.
     *
     * @param attack the attack
     * @param loot what the attacker got
     * @param leaks the leaks by which the proof reports it, or that it reports for nothing
     * @param drift what verify reports; known only when the page is written
     * @param refusals the rules that report it, if classes declare it; known only when the page is written
     */
    record TriedAttack(
            Attack attack, AttackRun.Loot loot, List<String> leaks, List<String> drift, List<String> refusals) {

        boolean harmless() {
            return attack.gain() == Gain.HARMLESS;
        }

        @Override
        public String toString() {
            return attack.title() + "\n    seen " + loot.seen() + "\n    leaks " + leaks;
        }
    }

    @BeforeAll
    void attack() throws SQLException {
        for (AttackedSchema attacked : AttackedSchema.values()) {
            List<Attack> attacks = attacked.attacks().toList();
            try (Scratch scratch = Scratch.create();
                    AttackRun run = new AttackRun(attacked, scratch)) {
                Map<Attack, List<String>> leaks = AttackLeaks.of(attacks, run);
                for (Attack attack : attacks) {
                    tried.add(new TriedAttack(
                            attack,
                            run.attack(attack),
                            Objects.requireNonNull(leaks.get(attack)),
                            WRITING ? run.drift(attack) : List.of(),
                            WRITING ? run.refusals(attack) : List.of()));
                }
            }
        }
    }

    @Test
    void exactlyTheLeaksReachTheOtherTenant() {
        assertThat(tried)
                .filteredOn(each -> each.loot().reached() != (each.attack().gain() == Gain.LEAK))
                .isEmpty();
    }

    @Test
    void titlesAreUnique() {
        assertThat(titles(tried.stream())).doesNotHaveDuplicates();
    }

    @Test
    void theProofFindsThePathOfEachAttack() {
        assertThat(titles(tried.stream()
                        .filter(each -> !each.harmless() && each.leaks().isEmpty())))
                .containsExactlyInAnyOrderElementsOf(UNDETECTED);
    }

    @Test
    void whatGivesNothingIsNoLeak() {
        assertThat(titles(tried.stream()
                        .filter(each -> each.harmless() && !each.leaks().isEmpty())))
                .containsExactlyInAnyOrderElementsOf(FALSE_ALARMS);
    }

    @Test
    void thePageListsEveryAttack() throws IOException {
        String page = Files.readString(PAGE);
        String expected = AttackPage.update(page, tried);
        if (WRITING) {
            Files.writeString(PAGE, expected);
        }
        assertThat(AttackPage.comparable(page)).isEqualTo(AttackPage.comparable(expected));
    }

    private static List<String> titles(Stream<TriedAttack> attacks) {
        return attacks.map(each -> each.attack().title()).toList();
    }
}
