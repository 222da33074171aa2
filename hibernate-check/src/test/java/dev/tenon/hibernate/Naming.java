package dev.tenon.hibernate;

import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/** The naming strategies, as options of Tenon and of Hibernate. */
enum Naming {
    /** As Spring Boot configures Hibernate. */
    SNAKE_CASE,
    /** Hibernate's default. */
    JPA,
    /** Java's names, which Hibernate then quotes. */
    IDENTITY;

    /** The options of the processor. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The properties of Hibernate. */
    Map<String, String> settings() {
        return switch (this) {
            case SNAKE_CASE ->
                Map.of(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
                        "hibernate.implicit_naming_strategy",
                        Spring.class.getName());
            case JPA -> Map.of();
            case IDENTITY ->
                Map.of(
                        "hibernate.globally_quoted_identifiers",
                        "true",
                        "hibernate.globally_quoted_identifiers_skip_column_definitions",
                        "true");
        };
    }

    /** The table of an entity whose name is one word, as PostgreSQL prints it. */
    String table(String entity) {
        return this == IDENTITY ? '"' + entity + '"' : entity.toLowerCase(Locale.ROOT);
    }

    /** Does the same as Spring Boot's {@code SpringImplicitNamingStrategy}. */
    public static final class Spring extends ImplicitNamingStrategyJpaCompliantImpl {

        private static final long serialVersionUID = 1;

        @Override
        public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
            String name = source.getOwningPhysicalTableName() + "_"
                    + source.getAssociationOwningAttributePath().getProperty();
            return toIdentifier(name, source.getBuildingContext());
        }
    }
}
