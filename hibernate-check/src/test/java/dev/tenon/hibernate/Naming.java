package dev.tenon.hibernate;

import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/** The two ways to name tables and columns, as Tenon is told and as Hibernate is. */
enum Naming {
    /** As Spring Boot sets Hibernate up. */
    SNAKE_CASE,
    /** As Hibernate does it by itself. */
    JPA;

    /** What the processor is told. */
    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What Hibernate is told. */
    Map<String, String> settings() {
        return this == JPA
                ? Map.of()
                : Map.of(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
                        "hibernate.implicit_naming_strategy",
                        Spring.class.getName());
    }

    /** What Spring Boot's {@code SpringImplicitNamingStrategy} does. */
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
