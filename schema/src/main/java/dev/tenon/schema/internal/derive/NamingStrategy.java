package dev.tenon.schema.internal.derive;

import java.util.Locale;

/** Derives PostgreSQL names from Java names. */
public enum NamingStrategy {
    /** Lower-case words, separated by underscores: {@code URLPath} becomes {@code url_path}. */
    SNAKE_CASE {
        @Override
        public String derive(String javaName) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < javaName.length(); i++) {
                if (beginsWord(javaName, i)) {
                    name.append('_');
                }
                name.append(Character.toLowerCase(javaName.charAt(i)));
            }
            return name.toString();
        }
    },
    /**
     * The Java name, folded to lower case as PostgreSQL folds unquoted names: {@code createdAt} becomes {@code
     * createdat}.
     */
    JPA {
        @Override
        public String derive(String javaName) {
            StringBuilder name = new StringBuilder(javaName);
            for (int i = 0; i < name.length(); i++) {
                if (name.charAt(i) < 128) {
                    name.setCharAt(i, Character.toLowerCase(name.charAt(i)));
                }
            }
            return name.toString();
        }
    },
    /** The Java name as it is, quoted in SQL where PostgreSQL would fold it: {@code createdAt} stays {@code createdAt}. */
    IDENTITY {
        @Override
        public String derive(String javaName) {
            return javaName;
        }
    };

    /** The name of a table, column or type in PostgreSQL. */
    public abstract String derive(String javaName);

    /** The value of {@code -Atenon.naming} that chooses the strategy. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean beginsWord(String name, int at) {
        if (at == 0 || !Character.isUpperCase(name.charAt(at)) || name.charAt(at - 1) == '_') {
            return false;
        }
        boolean endsAbbreviation = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return !Character.isUpperCase(name.charAt(at - 1)) || endsAbbreviation;
    }
}
