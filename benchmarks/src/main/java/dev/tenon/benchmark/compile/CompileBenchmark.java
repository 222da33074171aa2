package dev.tenon.benchmark.compile;

import dev.tenon.benchmark.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Compiles generated projects with all contenders in several rounds, and prints the medians. */
public final class CompileBenchmark {

    private static final List<Integer> SIZES = List.of(100, 1_000, 3_000);

    private CompileBenchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the number of rounds, then the sizes; by default three rounds and all sizes
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        List<Integer> sizes = arguments.length > 1
                ? Stream.of(arguments).skip(1).map(Integer::valueOf).toList()
                : SIZES;
        List<Result> results = new ArrayList<>();
        for (int size : sizes) {
            results.addAll(measure(size, rounds));
        }
        System.out.print(Report.of(results));
    }

    /** Measures all contenders in each round, so that a temporary slowdown of the machine affects all of them. */
    static List<Result> measure(int size, int rounds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tenon-benchmark");
        try {
            Map<Flavour, Project> projects = new EnumMap<>(Flavour.class);
            for (Flavour flavour : Flavour.values()) {
                projects.put(flavour, new Project(folder.resolve(flavour.name()), flavour, size));
            }
            Map<Contender, List<Run>> runs = new EnumMap<>(Contender.class);
            for (int round = 0; round < rounds; round++) {
                for (Contender contender : Contender.values()) {
                    Run run = Objects.requireNonNull(projects.get(contender.flavour()))
                            .compile(contender);
                    runs.computeIfAbsent(contender, each -> new ArrayList<>()).add(run);
                    System.err.println(size + " " + contender + " " + run);
                }
            }
            return runs.entrySet().stream()
                    .map(entry -> new Result(entry.getKey(), size, entry.getValue()))
                    .toList();
        } finally {
            Folders.delete(folder);
        }
    }
}
