package dev.tenon.cli.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats the output of JavaPoet: joins annotations that fit on one line, and splits long record headers. */
final class AnnotationFormatter {

    private static final int WIDTH = 120;

    /** The delimiter of text blocks; their content stays as it is. */
    private static final String BLOCK = "\"\"\"";

    /** The first line of an annotation or of an array in it. */
    private static final Pattern OPEN = Pattern.compile("(?<indent> *)(@[\\w.]+\\(|\\w+ = (\\{|@[\\w.]+\\()|\\{)");

    private AnnotationFormatter() {}

    /** Returns the formatted source. */
    static String of(String source) {
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder();
        boolean block = false;
        for (String line : source.lines().toList()) {
            boolean within = block;
            block ^= line.split(BLOCK, -1).length % 2 == 0;
            if (!within && (!header.isEmpty() || line.startsWith("public record "))) {
                header.append(header.isEmpty() ? "" : " ").append(line.strip());
                if (line.endsWith("{")) {
                    lines.addAll(
                            RecordHeader.of(header.toString().replaceFirst("^(public record \\w+\\() ", "$1"), WIDTH));
                    header.setLength(0);
                }
            } else {
                lines.add(line);
                if (!within && !block) {
                    join(lines);
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Joins the lines of an annotation that the last line closes. Nested annotations are joined already. */
    private static void join(List<String> lines) {
        int last = lines.size() - 1;
        Matcher closing = Pattern.compile("(?<indent> *)[)}],?.*").matcher(lines.get(last));
        if (!closing.matches()) {
            return;
        }
        int first = last - 1;
        while (first >= 0 && indent(lines.get(first)) > closing.group("indent").length()) {
            first--;
        }
        boolean blocks = lines.subList(Math.max(first, 0), last).stream().anyMatch(line -> line.contains(BLOCK));
        if (first < 0 || blocks || !OPEN.matcher(lines.get(first)).matches()) {
            return;
        }
        StringBuilder joined = new StringBuilder(lines.get(first));
        for (int i = first + 1; i <= last; i++) {
            joined.append(i > first + 1 && i < last ? " " : "")
                    .append(lines.get(i).strip());
        }
        if (joined.length() <= WIDTH) {
            lines.subList(first, last + 1).clear();
            lines.add(joined.toString());
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
