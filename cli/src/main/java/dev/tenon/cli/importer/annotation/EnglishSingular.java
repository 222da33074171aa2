package dev.tenon.cli.importer.annotation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the singular of English nouns, for the class of a table with a plural name. */
public final class EnglishSingular {

    /** The last word of a name, and the rest: {@code order_lines} and {@code orderLines} end in {@code lines}. */
    private static final Pattern LAST_WORD = Pattern.compile("(?<rest>.*?)(?<word>\\p{Lu}?\\p{Ll}+)");

    /** Plurals that no rule covers, each with its singular. */
    private static final Map<String, String> IRREGULAR =
            words("""
            people person, children child, men man, women woman, feet foot, teeth tooth, geese goose, mice mouse,
            oxen ox, criteria criterion, phenomena phenomenon, indices index, vertices vertex, matrices matrix,
            appendices appendix, quizzes quiz, lives life, wives wife, knives knife, leaves leaf, halves half,
            shelves shelf, wolves wolf, selves self, calves calf, thieves thief, loaves loaf, heroes hero,
            potatoes potato, tomatoes tomato, echoes echo, vetoes veto, movies movie, cookies cookie, calories calorie,
            zombies zombie, selfies selfie, ties tie, lies lie, pies pie, dies die, caches cache, niches niche, axes axis,
            headaches headache, avalanches avalanche, analyses analysis, buses bus, bonuses bonus, campuses campus,
            statuses status, viruses virus, corpuses corpus, menus menu, gurus guru, taxis taxi, aliases alias,
            biases bias, canvases canvas, atlases atlas, gases gas, lenses lens, crises crisis, theses thesis,
            hypotheses hypothesis, diagnoses diagnosis, synopses synopsis, synapses synapse""").collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    /** Words that end in an s but are no plural, or have no other singular. */
    private static final Set<String> UNCHANGED =
            words("""
            news, series, species, means, headquarters, sms, gps, dns, css, https, aws, lens, gas, bias, alias, atlas,
            canvas, chaos, cosmos, has, was, always, perhaps, physics, mathematics, analytics, statistics, logistics,
            economics, politics, goods, jeans, scissors, christmas, kubernetes, texas, paris""").map(word -> word[0]).collect(Collectors.toUnmodifiableSet());

    private EnglishSingular() {}

    private static Stream<String[]> words(String list) {
        return Arrays.stream(list.strip().split(",\\s+", -1)).map(pair -> pair.split(" ", -1));
    }

    /** Returns the name with the singular of its last word; the name itself if that is no plural. */
    public static String of(String name) {
        Matcher last = LAST_WORD.matcher(name);
        if (!last.matches()) {
            return name;
        }
        String word = last.group("word");
        return last.group("rest")
                + word.charAt(0)
                + singular(word.toLowerCase(Locale.ROOT)).substring(1);
    }

    private static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.endsWith("people") || word.endsWith("children")) {
            // Compounds such as salespeople and grandchildren.
            return word.endsWith("people") ? without(word, 6) + "person" : without(word, 3);
        }
        if (word.length() < 4 || !word.endsWith("s") || UNCHANGED.contains(word) || word.matches(".*(ss|us|is)")) {
            return word;
        }
        if (word.matches(".*[^aeiou]ies")) {
            return without(word, 3) + "y";
        }
        // After a sibilant, the e belongs to the plural: boxes, matches, dishes, classes, waltzes.
        return without(word, word.matches(".*(x|ch|sh|ss|tz)es") ? 2 : 1);
    }

    private static String without(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
