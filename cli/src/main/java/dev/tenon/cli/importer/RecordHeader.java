package dev.tenon.cli.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a record header: each component has its own line, and long annotations precede it. */
final class RecordHeader {

    private static final Pattern HEADER =
            Pattern.compile("(?<head>public record \\w+\\()(?<components>.*)(?<tail>\\).* \\{)");

    private static final String INDENT = "        ";

    private RecordHeader() {}

    /** Splits a header on one line; another line or a short header stays as it is. */
    static List<String> of(String line, int width) {
        Matcher header = HEADER.matcher(line);
        if (line.length() <= width || !header.matches()) {
            return List.of(line);
        }
        List<String> lines = new ArrayList<>(List.of(header.group("head")));
        List<String> components = pieces(header.group("components"), ',');
        for (int i = 0; i < components.size(); i++) {
            String end = i < components.size() - 1 ? "," : header.group("tail");
            lines.addAll(component(components.get(i).strip() + end, width));
        }
        return lines;
    }

    private static List<String> component(String text, int width) {
        if (INDENT.length() + text.length() <= width) {
            return List.of(INDENT + text);
        }
        List<String> lines = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        for (String piece : pieces(text, ' ')) {
            if (piece.startsWith("@") && rest.isEmpty()) {
                lines.add(INDENT + piece);
            } else {
                rest.append(rest.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(INDENT + rest);
        return lines;
    }

    /** Splits text at separators outside quotes and brackets. */
    private static List<String> pieces(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (quoted && each == '\\') {
                at++;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += "({<".indexOf(each) >= 0 ? 1 : ")}>".indexOf(each) >= 0 ? -1 : 0;
                if (each == separator && depth == 0) {
                    pieces.add(text.substring(begin, at));
                    begin = at + 1;
                }
            }
        }
        pieces.add(text.substring(begin));
        return pieces;
    }
}
