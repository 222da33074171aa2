package dev.tenon.schema.internal.plan.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LastTriggerNameTest {

    static Stream<String> others() {
        return Stream.of(
                "",
                "zz",
                "~",
                "~~",
                "~zz",
                "~~~~~~",
                "~".repeat(63),
                "~é",
                "é",
                "ÿ",
                "\u007f",
                "\uFFFD",
                "\uD7FF".repeat(21),
                "\uD83D\uDE00",
                Character.toString(Character.MAX_CODE_POINT - 1).repeat(15),
                "~tenon_item_note_update",
                "x".repeat(63));
    }

    @ParameterizedTest
    @MethodSource("others")
    void itSortsAfterEveryOtherNameAndIsRecognized(String other) {
        for (String column : List.of("note", "n".repeat(63), "ü".repeat(31))) {
            String name = TemporaryNames.updateTrigger(QualifiedName.parse("item"), column);
            assertThat(LastTriggerName.isPossible(List.of("a", other))).isTrue();
            String last = LastTriggerName.of(name, List.of("a", other));
            byte[] bytes = last.getBytes(StandardCharsets.UTF_8);
            assertThat(Arrays.compareUnsigned(bytes, other.getBytes(StandardCharsets.UTF_8)))
                    .as("%s after %s", last, other)
                    .isPositive();
            assertThat(bytes.length).isLessThanOrEqualTo(63);
            assertThat(LastTriggerName.without(last)).contains(name);
        }
    }

    @Test
    void noneSortsAfterEveryNameThatBeginsWithTheLastCharacter() {
        String last = Character.toString(Character.MAX_CODE_POINT);
        assertThat(LastTriggerName.isPossible(List.of("a", last))).isFalse();
        assertThat(LastTriggerName.isPossible(List.of(last.repeat(15) + "zzz", "a")))
                .isFalse();
        assertThat(LastTriggerName.isPossible(List.of("a" + last))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("others")
    void theTriggersOfAColumnDiffer(String column) {
        QualifiedName table = QualifiedName.parse("item");
        assertThat(TemporaryNames.insertTrigger(table, column + "_update"))
                .isNotEqualTo(TemporaryNames.updateTrigger(table, column))
                .isNotEqualTo(TemporaryNames.updateTrigger(table, column + "_insert"));
    }
}
