package dev.tenon.schema.internal.rule;

import dev.tenon.schema.ObjectPath;
import java.util.Objects;
import java.util.Optional;

/**
 * A violation that a rule found: the problem, its object and attribute, and how to fix it.
 *
 * @param code the rule's code, for example {@code TN201}
 * @param severity its severity
 * @param at the object
 * @param attribute the attribute of the object, such as {@code type} or {@code columns}; empty for the object as a
 *     whole
 * @param problem what is wrong, in one sentence without a full stop
 * @param remedy how to fix it, in one sentence without a full stop
 * @param acceptance the acceptance token of the change, for example {@code drop-column:plan.notes}; empty if it cannot
 *     be accepted
 */
public record Finding(
        String code,
        Severity severity,
        ObjectPath at,
        String attribute,
        String problem,
        String remedy,
        Optional<String> acceptance) {

    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(acceptance, "acceptance");
    }

    /** A finding that cannot be accepted. */
    public Finding(String code, Severity severity, ObjectPath at, String attribute, String problem, String remedy) {
        this(code, severity, at, attribute, problem, remedy, Optional.empty());
    }

    /** An error; nothing is written while there is one. */
    public static Finding error(String code, ObjectPath at, String attribute, String problem, String remedy) {
        return new Finding(code, Severity.ERROR, at, attribute, problem, remedy);
    }

    /**
     * An error unless the change is accepted. The acceptance token consists of the verb and the object; the remedy may
     * be empty.
     */
    public static Finding unlessAccepted(String code, ObjectPath at, String verb, String problem, String remedy) {
        String acceptance = verb + ":" + at.display();
        String accept = "accept it with -Atenon.accept=" + acceptance + " or --accept " + acceptance;
        return new Finding(
                code,
                Severity.ERROR,
                at,
                "",
                problem,
                remedy.isEmpty() ? accept : remedy + ", or " + accept,
                Optional.of(acceptance));
    }

    /** A warning, which prevents nothing. */
    public static Finding warning(String code, ObjectPath at, String attribute, String problem, String remedy) {
        return new Finding(code, Severity.WARNING, at, attribute, problem, remedy);
    }

    /** The finding in one line, code first. */
    public String message() {
        return "[" + code + "] " + problem + "; " + remedy;
    }
}
