package dev.tenon.schema.internal.sql.parse;

import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the statements that create a text search configuration and map its token types. */
final class TextSearchMappingParser {

    private final QualifiedName name;
    private final Map<String, List<String>> mappings = new TreeMap<>();
    private final List<String> replacements = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private boolean copies;

    TextSearchMappingParser(QualifiedName name) {
        this.name = name;
    }

    TextSearchConfiguration read(List<String> statements) {
        StatementTokens head = new StatementTokens(statements.get(0));
        int from = head.afterName();
        copies = head.is(from + 1, "copy");
        statements.stream().skip(1).forEach(this::statement);
        String source = CreateStatement.normalized(head.text(from, head.size()));
        return new TextSearchConfiguration(name, source, copies, mappings, replacements, others);
    }

    private void statement(String sql) {
        StatementTokens tokens = new StatementTokens(sql);
        int at = afterName(tokens);
        boolean drop = tokens.is(at, "drop");
        boolean change = drop || tokens.is(at, "add") || tokens.is(at, "alter");
        if (at < 0 || !change || !tokens.is(at + 1, "mapping")) {
            others.add(sql);
            return;
        }
        at += 2;
        at += tokens.is(at, "if") ? 2 : 0;
        List<String> types = new ArrayList<>();
        if (tokens.is(at, "for")) {
            int end = list(tokens, at + 1);
            names(tokens, at + 1, end).forEach(type -> types.add(typeName(type)));
            at = end;
        }
        if (drop) {
            types.forEach(this::unmap);
        } else if (tokens.is(at, "with")) {
            List<String> dictionaries = names(tokens, at + 1, tokens.size());
            types.forEach(type -> mappings.put(type, dictionaries));
        } else {
            replace(sql, tokens, at, types);
        }
    }

    private void unmap(String type) {
        if (copies) {
            mappings.put(type, List.of());
        } else {
            mappings.remove(type);
        }
    }

    /** Replaces a dictionary in known mappings; what it does to others depends on the copied configuration. */
    private void replace(String sql, StatementTokens tokens, int at, List<String> types) {
        int end = list(tokens, at + 1);
        List<String> old = names(tokens, at + 1, end);
        List<String> now = names(tokens, end + 1, tokens.size());
        List<String> named = types.isEmpty() ? List.copyOf(mappings.keySet()) : types;
        if ((copies && (types.isEmpty() || !mappings.keySet().containsAll(types))) || old.size() != 1) {
            replacements.add(CreateStatement.normalized(sql));
            return;
        }
        for (String type : named) {
            List<String> replaced = new ArrayList<>();
            mappings.getOrDefault(type, List.of())
                    .forEach(each -> replaced.addAll(each.equals(old.get(0)) ? now : List.of(each)));
            mappings.put(type, List.copyOf(replaced));
        }
    }

    /** The position after the name in ALTER TEXT SEARCH CONFIGURATION; negative if it is another statement. */
    private static int afterName(StatementTokens tokens) {
        boolean alters = tokens.is(0, "alter")
                && tokens.is(1, "text")
                && tokens.is(2, "search")
                && tokens.is(3, "configuration")
                && tokens.size() > 5;
        return !alters ? -1 : tokens.is(5, ".") ? 7 : 5;
    }

    /** The end of a list of names. */
    private static int list(StatementTokens tokens, int from) {
        int at = from;
        while (at < tokens.size() && !tokens.is(at, "with") && !tokens.is(at, "replace")) {
            at++;
        }
        return at;
    }

    private static List<String> names(StatementTokens tokens, int from, int to) {
        List<String> names = new ArrayList<>();
        int begin = from;
        for (int at = from; at <= to; at++) {
            if (at > begin && (at >= to || tokens.is(at, ","))) {
                names.add(tokens.text(begin, at));
                begin = at + 1;
            }
        }
        return List.copyOf(names);
    }

    private static String typeName(String type) {
        List<SqlTokens.Token> tokens = SqlTokens.meaningful(type);
        return tokens.isEmpty() ? type : tokens.get(0).name();
    }
}
