package dev.tenon.processor.internal.read.jpa.attribute;

import dev.tenon.schema.internal.derive.NamingStrategy;
import java.util.Locale;

/**
 * Derives database names for JPA entities. All strategies treat declared and derived names alike, as Hibernate's
 * physical naming strategies do; quoted names stay unchanged.
 */
public enum JpaNaming {
    /** Spring Boot's {@code CamelCaseToUnderscoresNamingStrategy}, with join tables named after the attribute. */
    SNAKE_CASE {
        @Override
        String fold(String name) {
            return words(name, true);
        }

        @Override
        public String joinTable(String owner, String attribute, String target) {
            return composed(owner, attribute);
        }
    },
    /** The same in Hibernate ORM 6: a digit ends no word, and declared quotes are dropped. */
    SNAKE_CASE_OF_SIX {
        @Override
        String fold(String name) {
            return words(name, false);
        }

        @Override
        public String physical(String name) {
            return fold(unquoted(name.strip()));
        }

        @Override
        public String joinTable(String owner, String attribute, String target) {
            return composed(owner, attribute);
        }
    },
    /** The names of the specification, in lower case as PostgreSQL folds unquoted names. */
    SPECIFICATION {
        @Override
        String fold(String name) {
            return NamingStrategy.JPA.derive(name);
        }

        @Override
        public String key(String name) {
            return name.strip();
        }

        @Override
        public String joinTable(String owner, String attribute, String target) {
            return derived(owner, target);
        }
    },
    /** The names of the specification as they are, as with {@code hibernate.globally_quoted_identifiers}. */
    QUOTED {
        @Override
        String fold(String name) {
            return name;
        }

        @Override
        public String joinTable(String owner, String attribute, String target) {
            return derived(owner, target);
        }
    };

    /** The naming of entities that a line of Hibernate ORM runs. */
    public static JpaNaming of(NamingStrategy naming, HibernateLine line) {
        return switch (naming) {
            case SNAKE_CASE -> line == HibernateLine.SIX ? SNAKE_CASE_OF_SIX : SNAKE_CASE;
            case JPA -> SPECIFICATION;
            case IDENTITY -> QUOTED;
        };
    }

    /** The database form of an unquoted name. */
    abstract String fold(String name);

    /** The name of a join table, from database names and the name of the attribute. */
    public abstract String joinTable(String owner, String attribute, String target);

    /** The database name of a declared or derived name; quotes or backticks around a name preserve it. */
    public String physical(String name) {
        String text = name.strip();
        return isQuoted(text) ? unquoted(text) : fold(text);
    }

    /** The name of a key in a document, where PostgreSQL does not fold names. */
    public String key(String name) {
        return physical(name);
    }

    /** A name of two parts, the second a database name: quoted if the second is. */
    public String derived(String first, String second) {
        String both = first + "_" + second;
        return isFolded(second) ? fold(both) : both;
    }

    /** A name of two parts, the first a database name: quoted if the first is. */
    public String composed(String physical, String name) {
        return composed(physical, physical, name);
    }

    /** A name of two parts that belongs to a table: quoted if the table's name is. */
    public String composed(String table, String first, String second) {
        String both = first + "_" + second;
        return isFolded(table) ? fold(both) : both;
    }

    /** Whether the database name may come from an unquoted name. */
    boolean isFolded(String physical) {
        return fold(physical).equals(physical) && physical.indexOf(' ') < 0;
    }

    private static boolean isQuoted(String text) {
        return text.length() > 1 && (isWithin(text, "\"") || isWithin(text, "`"));
    }

    private static String unquoted(String text) {
        return isQuoted(text) ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isWithin(String text, String mark) {
        return text.startsWith(mark) && text.endsWith(mark);
    }

    private static String words(String name, boolean digits) {
        StringBuilder folded = new StringBuilder(name.replace('.', '_'));
        for (int i = 1; i < folded.length() - 1; i++) {
            boolean begins = isInWord(folded.charAt(i - 1), digits)
                    && Character.isUpperCase(folded.charAt(i))
                    && isInWord(folded.charAt(i + 1), digits);
            if (begins) {
                folded.insert(i, '_');
                i++;
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isInWord(char letter, boolean digits) {
        return Character.isLowerCase(letter) || (digits && Character.isDigit(letter));
    }
}
