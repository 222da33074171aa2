package dev.tenon.processor.internal.read.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Both encodings of Kotlin's metadata give the same bytes. */
class MetadataBytesTest {

    @Test
    void oneByteInEachCharacter() {
        assertThat(MetadataBytes.decode(List.of("\0\u0001\u00ff", "\0"))).containsExactly(1, 255, 0);
        assertThat(MetadataBytes.decode(List.of())).isEmpty();
    }

    @Test
    void sevenBitsInEachCharacter() {
        Random random = new Random(7);
        for (int length = 0; length < 40; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(MetadataBytes.decode(List.of(sevenBitsEach(bytes)))).isEqualTo(bytes);
            assertThat(MetadataBytes.decode(List.of("\uffff" + sevenBitsEach(bytes))))
                    .isEqualTo(bytes);
        }
    }

    /** Kotlin's encoding: the bits in groups of seven, the lowest first, and one added to each group modulo 128. */
    private static String sevenBitsEach(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 7) {
            int group = 0;
            for (int i = 0; i < 7 && bit + i < bytes.length * 8; i++) {
                group |= (bytes[(bit + i) / 8] >> ((bit + i) % 8) & 1) << i;
            }
            text.append((char) ((group + 1) & 0x7f));
        }
        return text.toString();
    }
}
