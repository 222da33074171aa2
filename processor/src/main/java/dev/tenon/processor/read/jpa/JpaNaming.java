package dev.tenon.processor.read.jpa;

import dev.tenon.processor.read.NamingStrategy;
import java.util.Locale;

/**
 * How the names of JPA entities become names in the database. Both ways treat names that are said and names that are
 * derived alike, as Hibernate's physical naming strategies do; what is quoted stays as it is.
 */
enum JpaNaming {
    /** Spring Boot's: {@code CamelCaseToUnderscoresNamingStrategy}, and join tables named after the attribute. */
    SNAKE_CASE {
        @Override
        String fold(String name) {
            StringBuilder folded = new StringBuilder(name.replace('.', '_'));
            for (int i = 1; i < folded.length() - 1; i++) {
                if (beginsWord(folded.charAt(i - 1), folded.charAt(i), folded.charAt(i + 1))) {
                    folded.insert(i, '_');
                    i++;
                }
            }
            return folded.toString().toLowerCase(Locale.ROOT);
        }

        @Override
        String joinTable(String owner, String attribute, String target) {
            return composed(owner, attribute);
        }
    },
    /** The specification's own names, in lower case as PostgreSQL folds what is not quoted. */
    SPECIFICATION {
        @Override
        String fold(String name) {
            return NamingStrategy.JPA.derive(name);
        }

        @Override
        String key(String name) {
            return name.strip();
        }

        @Override
        String joinTable(String owner, String attribute, String target) {
            return derived(owner, target);
        }
    };

    static JpaNaming of(NamingStrategy naming) {
        return naming == NamingStrategy.JPA ? SPECIFICATION : SNAKE_CASE;
    }

    /** What becomes of a name that is not quoted. */
    abstract String fold(String name);

    /** The name of the table of a relation, from names in the database and the attribute's. */
    abstract String joinTable(String owner, String attribute, String target);

    /** The name in the database of a name that is written or derived; quotes or backticks around it keep it. */
    String physical(String name) {
        String text = name.strip();
        boolean quoted = text.length() > 1 && (isWithin(text, "\"") || isWithin(text, "`"));
        return quoted ? text.substring(1, text.length() - 1) : fold(text);
    }

    /** The name in a document, where PostgreSQL folds none. */
    String key(String name) {
        return physical(name);
    }

    /** A name made of two, of which the second is one in the database: quoted if that one is. */
    String derived(String first, String second) {
        String both = first + "_" + second;
        return isFolded(second) ? fold(both) : both;
    }

    /** A name made of one in the database and of one that is not: quoted if the first is. */
    String composed(String physical, String name) {
        return composed(physical, physical, name);
    }

    /** A name of two words for what belongs to a table: quoted if the table's name is. */
    String composed(String table, String first, String second) {
        String both = first + "_" + second;
        return isFolded(table) ? fold(both) : both;
    }

    /** Whether a name in the database could have come unquoted. */
    boolean isFolded(String physical) {
        return fold(physical).equals(physical) && physical.indexOf(' ') < 0;
    }

    private static boolean isWithin(String text, String mark) {
        return text.startsWith(mark) && text.endsWith(mark);
    }

    private static boolean beginsWord(char before, char at, char after) {
        return (Character.isLowerCase(before) || Character.isDigit(before))
                && Character.isUpperCase(at)
                && (Character.isLowerCase(after) || Character.isDigit(after));
    }
}
