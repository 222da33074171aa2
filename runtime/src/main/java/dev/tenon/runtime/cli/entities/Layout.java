package dev.tenon.runtime.cli.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts annotations on one line that fit on one, which JavaPoet spreads over several. */
final class Layout {

    private static final int WIDTH = 120;

    /** The first line of an annotation's values, or of a list among them. */
    private static final Pattern OPEN = Pattern.compile("(?<indent> *)(@[\\w.]+\\(|\\w+ = (\\{|@[\\w.]+\\()|\\{)");

    private Layout() {}

    /** The source with every annotation as it fits. */
    static String of(String source) {
        List<String> lines = new ArrayList<>();
        for (String line : source.lines().toList()) {
            lines.add(line);
            join(lines);
        }
        return String.join("\n", lines) + "\n";
    }

    /** Joins the lines from the last opening one on, if the last line closes it; inner ones have been joined before. */
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
        if (first < 0 || !OPEN.matcher(lines.get(first)).matches()) {
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
