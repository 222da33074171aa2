package dev.tenon.cli.output;

import dev.tenon.runtime.fault.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Removes passwords from messages that repeat arguments of the command line. */
public final class PasswordRedaction {

    /** Replaces a password in messages. */
    private static final String HIDDEN = "***";

    /** A URL with a user or parameters, except the patterns that messages show. */
    private static final String URL = "(?i)((?:[a-z][a-z0-9+.-]*:)?(?:[a-z][a-z0-9+.-]*:/++|postgres(?:ql)?:(?!/)))"
            + "(?!(?-i:USER:PASSWORD@HOST|USER@HOST|HOST:PORT|user@host:port))%1$s*[@?]%1$s*";

    private static final String ASSIGNED = "(?i)(pass\\w*=)(?!(?-i:PASSWORD)\\b)%s*";

    private static final List<Pattern> IN_TEXT = patterns("\\S", "[^&\\s'\"]");
    private static final List<Pattern> IN_ARGUMENT = patterns("(?s:.)", "(?s:.)");
    private static final Pattern PASSWORD_OPTION = Pattern.compile("(?i)-+\\w*pass\\w*|-W");

    private final Map<String, String> arguments = new LinkedHashMap<>();

    /**
     * Redacts the passwords of a command line.
     *
     * @param arguments the command line; a password in it may contain characters that hide its end in a message
     */
    public PasswordRedaction(List<String> arguments) {
        boolean password = false;
        for (String argument : arguments) {
            note(argument, password ? HIDDEN : hidden(argument, IN_ARGUMENT));
            String value = argument.substring(argument.indexOf('=') + 1);
            note(value, hidden(value, IN_ARGUMENT));
            password = PASSWORD_OPTION.matcher(argument).matches();
        }
    }

    private void note(String argument, String hidden) {
        if (!hidden.equals(argument)) {
            arguments.putIfAbsent(argument, hidden);
        }
    }

    private static List<Pattern> patterns(String ofUrl, String ofValue) {
        return List.of(Pattern.compile(URL.formatted(ofUrl)), Pattern.compile(ASSIGNED.formatted(ofValue)));
    }

    /** Returns the text without passwords. */
    public String hide(String text) {
        String shown = text;
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            shown = shown.replace(argument.getKey(), argument.getValue());
        }
        return hidden(shown, IN_TEXT);
    }

    /** Returns the fault without passwords. */
    public Fault hide(Fault fault) {
        Map<String, String> facts = new LinkedHashMap<>(fault.facts());
        facts.replaceAll((name, value) -> hide(Objects.requireNonNullElse(value, "")));
        return new Fault(fault.code(), hide(fault.problem()), hide(fault.remedy()), facts);
    }

    private static String hidden(String text, List<Pattern> patterns) {
        String url = patterns.get(0).matcher(text).replaceAll("$1" + HIDDEN);
        return patterns.get(1).matcher(url).replaceAll("$1" + HIDDEN);
    }
}
