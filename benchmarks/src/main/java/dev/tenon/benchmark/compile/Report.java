package dev.tenon.benchmark.compile;

import java.util.List;
import java.util.Locale;

/** The results as a Markdown table: medians, each also as a multiple of the walking processor. */
final class Report {

    private final StringBuilder text = new StringBuilder();
    private final List<Result> results;

    private Report(List<Result> results) {
        this.results = results;
    }

    /** Returns the table. */
    static String of(List<Result> results) {
        Report report = new Report(results);
        report.line(
                "| entities | contender | wall s | × walking | CPU s | × walking | peak MiB | × walking | growth |");
        report.line("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        results.forEach(report::row);
        return report.text.toString();
    }

    private void row(Result result) {
        Result walking = find(Contender.WALKING, result.entities());
        line(String.format(
                Locale.ROOT,
                "| %d | %s | %.2f | %.2f | %.2f | %.2f | %d | %.2f | %s |",
                result.entities(),
                result.contender().title(),
                result.wallMillis() / 1000.0,
                ratio(result.wallMillis(), walking.wallMillis()),
                result.cpuMillis() / 1000.0,
                ratio(result.cpuMillis(), walking.cpuMillis()),
                result.peakKibibytes() / 1024,
                ratio(result.peakKibibytes(), walking.peakKibibytes()),
                growth(result)));
    }

    /** Returns the exponent of the growth of the wall time from the smallest size to this one. */
    private String growth(Result result) {
        Result smallest = find(result.contender(), results.get(0).entities());
        if (smallest.entities() == result.entities()) {
            return "";
        }
        double exponent = Math.log(ratio(result.wallMillis(), smallest.wallMillis()))
                / Math.log(ratio(result.entities(), smallest.entities()));
        return String.format(Locale.ROOT, "%.2f", exponent);
    }

    private Result find(Contender contender, int entities) {
        return results.stream()
                .filter(each -> each.contender() == contender && each.entities() == entities)
                .findFirst()
                .orElseThrow();
    }

    private static double ratio(long value, long base) {
        return (double) value / base;
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
