package dev.tenon.runtime.internal.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Formats step numbers: {@code step 3}, {@code steps 1 and 2}, {@code steps 1 to 4, 6 and 9}. */
public final class StepList {

    private StepList() {}

    public static String of(Collection<Integer> steps) {
        List<String> runs = new ArrayList<>();
        int first = 0;
        int last = 0;
        for (int step : new TreeSet<>(steps)) {
            if (last > 0 && step != last + 1) {
                add(runs, first, last);
                first = 0;
            }
            first = first == 0 ? step : first;
            last = step;
        }
        if (last > 0) {
            add(runs, first, last);
        }
        String newest = runs.isEmpty() ? "" : runs.remove(runs.size() - 1);
        String all = runs.isEmpty() ? newest : String.join(", ", runs) + " and " + newest;
        return (steps.size() == 1 ? "step " : "steps ") + all;
    }

    private static void add(List<String> runs, int first, int last) {
        if (last - first > 1) {
            runs.add(first + " to " + last);
        } else {
            runs.add(Integer.toString(first));
            if (last > first) {
                runs.add(Integer.toString(last));
            }
        }
    }
}
