package dev.tenon.benchmark.verify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The results as a Markdown table: medians, each also as a multiple of pg_dump. */
final class VerifyReport {

    private final Map<Integer, Map<Contender, List<Measured>>> results = new TreeMap<>();

    void add(int tables, Map<Contender, List<Measured>> rounds) {
        results.put(tables, rounds);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                        "| tables | contender | wall ms | slowest ms | × pg_dump | peak MiB | growth |\n")
                .append("| ---: | --- | ---: | ---: | ---: | ---: | ---: |\n");
        results.forEach((tables, rounds) -> rounds.keySet().forEach(contender -> row(tables, contender, text)));
        return text.toString();
    }

    private void row(int tables, Contender contender, StringBuilder text) {
        List<Measured> runs = runs(tables, contender);
        long wall = median(runs, Measured::wallMillis);
        long peak = median(runs, Measured::peakKibibytes) / 1024;
        long slowest = runs.stream().mapToLong(Measured::wallMillis).max().orElseThrow();
        text.append(String.format(
                Locale.ROOT,
                "| %d | %s | %d | %d | %.2f | %s | %s |%n",
                tables,
                contender.title(),
                wall,
                slowest,
                (double) wall / median(runs(tables, Contender.PG_DUMP), Measured::wallMillis),
                peak == 0 ? "" : peak,
                growth(tables, contender, wall)));
    }

    /** Returns the exponent of the growth of the wall time from the smallest size to this one. */
    private String growth(int tables, Contender contender, long wall) {
        int smallest = results.keySet().iterator().next();
        if (smallest == tables) {
            return "";
        }
        double base = median(runs(smallest, contender), Measured::wallMillis);
        return String.format(Locale.ROOT, "%.2f", Math.log(wall / base) / Math.log((double) tables / smallest));
    }

    private List<Measured> runs(int tables, Contender contender) {
        return results.getOrDefault(tables, Map.of()).getOrDefault(contender, List.of());
    }

    private static long median(List<Measured> runs, ToLongFunction<Measured> value) {
        return runs.stream()
                .mapToLong(value)
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
