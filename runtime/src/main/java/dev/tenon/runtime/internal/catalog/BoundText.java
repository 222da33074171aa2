package dev.tenon.runtime.internal.catalog;

import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionBound.End;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the bound of a partition as PostgreSQL prints it: {@code FOR VALUES FROM ('a') TO (MAXVALUE)}. */
final class BoundText {

    private static final Pattern WORD = Pattern.compile("(?<quoted>'(?:[^']|'')*')|(?<plain>[\\w.+-]+)");

    private static final int HASH_WORDS = 4;

    private BoundText() {}

    static PartitionBound parse(String text) {
        if (text.equals("DEFAULT")) {
            return PartitionBound.DEFAULT;
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        List<String> values = words.subList(HASH_WORDS - 1, words.size());
        return switch (words.get(2)) {
            case "FROM" -> {
                int to = values.indexOf("TO");
                yield new PartitionBound.Range(
                        ends(values.subList(0, to)), ends(values.subList(to + 1, values.size())));
            }
            case "IN" ->
                new PartitionBound.Values(
                        values.stream()
                                .filter(value -> !value.equals("NULL"))
                                .map(BoundText::value)
                                .toList(),
                        values.contains("NULL"));
            case "WITH" -> new PartitionBound.Hash(Integer.parseInt(values.get(1)), Integer.parseInt(values.get(3)));
            default -> throw new IllegalStateException("not a bound of a partition: " + text);
        };
    }

    private static List<End> ends(List<String> words) {
        return words.stream()
                .map(word -> word.startsWith("'") ? new End.At(value(word)) : End.of(word))
                .toList();
    }

    private static String value(String word) {
        return word.startsWith("'") ? word.substring(1, word.length() - 1).replace("''", "'") : word;
    }
}
