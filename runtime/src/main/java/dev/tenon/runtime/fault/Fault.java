package dev.tenon.runtime.fault;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A problem and its remedy.
 *
 * @param code the code: {@code TN} and three digits; its page is in {@code docs/rules}
 * @param problem what is wrong, in one sentence without a full stop
 * @param remedy what to do next, in one sentence without a full stop
 * @param facts details for programs, by name, such as {@code file}, {@code line} and {@code sqlState}
 */
public record Fault(String code, String problem, String remedy, Map<String, String> facts) {

    public Fault {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(remedy, "remedy");
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public Fault(FaultCode code, String problem, String remedy) {
        this(code, problem, remedy, Map.of());
    }

    public Fault(FaultCode code, String problem, String remedy, Map<String, String> facts) {
        this(code.code(), problem, remedy, facts);
    }

    /** Joins several faults; the result has the code and the facts of the first one. */
    public static Fault joined(List<Fault> faults) {
        Fault first = faults.get(0);
        Function<Function<Fault, String>, String> all =
                part -> faults.stream().map(part).distinct().collect(Collectors.joining("; "));
        return new Fault(first.code, all.apply(Fault::problem), all.apply(Fault::remedy), first.facts);
    }

    /** Returns the fault in one line, code first. */
    public String message() {
        return "[" + code + "] " + problem + "; " + remedy;
    }

    /** Creates the exception for this fault. */
    public FaultException exception() {
        return new FaultException(this, null);
    }

    /** Creates the exception for this fault, with its cause. */
    public FaultException exception(Throwable cause) {
        return new FaultException(this, cause);
    }
}
