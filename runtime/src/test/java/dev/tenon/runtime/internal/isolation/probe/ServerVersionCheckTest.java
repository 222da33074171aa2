package dev.tenon.runtime.internal.isolation.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check names the vulnerabilities in row-level security of an outdated server. */
class ServerVersionCheckTest {

    @ParameterizedTest
    @CsvSource({
        "150002, CVE-2023-2455 CVE-2023-39418 CVE-2024-10976 CVE-2025-8713",
        "150003, CVE-2023-39418 CVE-2024-10976 CVE-2025-8713",
        "150013, CVE-2025-8713",
        "150014, ''",
        "160004, CVE-2024-10976 CVE-2025-8713",
        "160010, ''",
        "170000, CVE-2024-10976 CVE-2025-8713",
        "170005, CVE-2025-8713",
        "170006, ''",
        "180000, ''"
    })
    void aServerHasTheVulnerabilitiesThatItsReleaseDoesNotFix(int version, String holes) {
        assertThat(String.join(" ", ServerVersionCheck.known(version)).replaceAll(" \\([^)]*\\)", ""))
                .isEqualTo(holes);
    }
}
