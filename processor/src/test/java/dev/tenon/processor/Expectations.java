package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * Compares the diagnostics of a compilation with the codes in comments of its sources: the same codes, on the same
 * lines. An unresolved name may be reported by javac instead.
 */
final class Expectations {

    private static final Pattern COMMENT = Pattern.compile("// (?:expect )?((?:TN\\d{3}(?:, )?)+)");
    private static final Pattern CODE = Pattern.compile("TN\\d{3}");

    private Expectations() {}

    static void assertMet(Map<String, String> sources, Javac.Result result) {
        Set<String> expected = new TreeSet<>();
        sources.forEach((file, text) -> {
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                Matcher comment = COMMENT.matcher(lines[i]);
                if (comment.find()) {
                    Matcher code = CODE.matcher(comment.group(1));
                    while (code.find()) {
                        expected.add(file + ":" + (i + 1) + " " + code.group());
                    }
                }
            }
        });
        Set<String> found = new TreeSet<>();
        for (Javac.Message message : result.messages()) {
            if (message.kind() != Diagnostic.Kind.ERROR && !message.text().startsWith("[TN")) {
                continue;
            }
            Matcher code = Pattern.compile("\\[(TN\\d{3})] .*", Pattern.DOTALL).matcher(message.text());
            boolean javacsOwn = !code.matches() && expected.contains(message.file() + ":" + message.line() + " TN101");
            if (javacsOwn) {
                continue;
            }
            found.add(message.file() + ":" + message.line() + " " + (code.matches() ? code.group(1) : message.text()));
        }
        assertThat(found).as("diagnostics %s", result.messages()).isEqualTo(expected);
    }
}
