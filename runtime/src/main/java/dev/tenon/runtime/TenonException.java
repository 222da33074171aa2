package dev.tenon.runtime;

import dev.tenon.runtime.fault.Fault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem that a user or a program can act upon. The message is one line: the code, the problem and the remedy. */
public final class TenonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String problem;
    private final String remedy;
    private final LinkedHashMap<String, String> facts;

    TenonException(Fault fault, @Nullable Throwable cause) {
        super(fault.message(), cause);
        this.code = fault.code();
        this.problem = fault.problem();
        this.remedy = fault.remedy();
        this.facts = new LinkedHashMap<>(fault.facts());
    }

    /** The stable code, {@code TN} and three digits; each has a page in {@code docs/rules}. */
    public String code() {
        return code;
    }

    /** What is wrong, in one sentence without a full stop. */
    public String problem() {
        return problem;
    }

    /** What to do next, in one sentence without a full stop. */
    public String remedy() {
        return remedy;
    }

    /** Details by name, such as {@code file}, {@code line}, {@code statement} and {@code sqlState}. */
    public Map<String, String> facts() {
        return Collections.unmodifiableMap(facts);
    }
}
