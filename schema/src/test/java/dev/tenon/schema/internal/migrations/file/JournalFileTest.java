package dev.tenon.schema.internal.migrations.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.json.JsonException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The text of the journal, and its hash chain. */
class JournalFileTest {

    private static final Checksum A = Checksum.of("a");
    private static final Checksum B = Checksum.of("b");
    private static final JournalEntry FIRST = JournalEntry.chained(
            new MigrationName(1, "init"),
            Optional.empty(),
            new MigrationChecksums(Optional.of(A), Optional.empty()),
            B,
            A);
    private static final JournalEntry SECOND = JournalEntry.chained(
            new MigrationName(2, "seed"),
            Optional.of(FIRST.hash()),
            new MigrationChecksums(Optional.empty(), Optional.of(B)),
            B,
            A);

    @Test
    void itsTextHasOneAttributeALineAndNoTime() {
        String text = JournalFile.write(Journal.EMPTY.with(FIRST).with(SECOND));
        String hash = "v1:sha256:[0-9a-f]{64}";
        assertThat(text).matches("""
                \\{
                  "format": 1,
                  "migrations": \\[
                    \\{
                      "number": 1,
                      "name": "init",
                      "generated": "HASH",
                      "snapshot": "HASH",
                      "changes": "HASH",
                      "hash": "HASH"
                    },
                    \\{
                      "number": 2,
                      "name": "seed",
                      "parent": "HASH",
                      "manual": "HASH",
                      "snapshot": "HASH",
                      "changes": "HASH",
                      "hash": "HASH"
                    }
                  ]
                }
                """.replace("HASH", hash));
        assertThat(JournalFile.read(text)).isEqualTo(new Journal(List.of(FIRST, SECOND)));
    }

    @Test
    void theChainHashFollowsFromEverythingButTheManualPart() {
        MigrationName name = SECOND.migration();
        Optional<Checksum> parent = SECOND.parent();
        MigrationChecksums parts = new MigrationChecksums(SECOND.generated(), SECOND.manual());
        assertThat(SECOND.hash()).isEqualTo(SECOND.expectedHash());
        assertThat(SECOND.withManual(Optional.of(A)).expectedHash()).isEqualTo(SECOND.hash());
        assertThat(List.of(
                        JournalEntry.chained(new MigrationName(3, "seed"), parent, parts, B, A),
                        JournalEntry.chained(new MigrationName(2, "seeds"), parent, parts, B, A),
                        JournalEntry.chained(name, Optional.of(A), parts, B, A),
                        JournalEntry.chained(name, Optional.empty(), parts, B, A),
                        JournalEntry.chained(
                                name, parent, new MigrationChecksums(Optional.of(A), Optional.empty()), B, A),
                        JournalEntry.chained(name, parent, parts, A, A),
                        JournalEntry.chained(name, parent, parts, B, B)))
                .extracting(JournalEntry::hash)
                .doesNotContain(SECOND.hash())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrongIsReportedAtItsPlace() {
        String text = JournalFile.write(Journal.EMPTY.with(FIRST));
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JournalFile.read(text.replaceFirst("v1:sha256", "v2:sha512")))
                .satisfies(broken -> assertThat(broken.at().line()).isEqualTo(7))
                .withMessageContaining("a checksum must be v1:sha256:");
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JournalFile.read(text.replace("\"number\": 1", "\"number\": 0")))
                .satisfies(broken -> assertThat(broken.at().line()).isEqualTo(5));
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> JournalFile.read(text.replace("\"init\"", "\"../init\"")))
                .withMessageContaining("lower-case letters, digits and underscores");
    }
}
