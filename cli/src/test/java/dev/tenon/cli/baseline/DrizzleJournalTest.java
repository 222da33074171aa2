package dev.tenon.cli.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrizzleJournalTest {

    @TempDir
    Path folder;

    @Test
    void entriesAreReadByTheirTimestamps() throws IOException {
        assertThat(DrizzleJournal.read(journal("""
                {"version": "7", "dialect": "postgresql", "entries": [
                  {"idx": 0, "version": "7", "when": 1700000000000, "tag": "0000_init", "breakpoints": true},
                  {"idx": 1, "version": "7", "when": 1700000000001, "tag": "0001_more", "breakpoints": true}]}""")))
                .isEqualTo(Map.of("1700000000000", "0000_init", "1700000000001", "0001_more"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"entries\": [{\"tag\": \"0000_init\"}]}"})
    void anInvalidJournalIsAUsageError(String text) throws IOException {
        Path file = journal(text);
        assertThatThrownBy(() -> DrizzleJournal.read(file)).hasMessageContaining("is not a Drizzle journal");
    }

    @Test
    void aMissingFileIsAUsageError() {
        assertThatThrownBy(() -> DrizzleJournal.read(folder.resolve("none.json")))
                .hasMessageContaining("is not a Drizzle journal");
    }

    private Path journal(String text) throws IOException {
        return Files.writeString(folder.resolve("_journal.json"), text);
    }
}
