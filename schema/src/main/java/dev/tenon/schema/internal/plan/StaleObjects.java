package dev.tenon.schema.internal.plan;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The routines and text search objects with other results than before, because they are a changed one or use it,
 * directly or by way of others.
 */
final class StaleObjects {

    private static final String TEXT_SEARCH = "text search ";
    private static final String DICTIONARY = TEXT_SEARCH + "dictionary";
    private static final String CONFIGURATION = TEXT_SEARCH + "configuration";

    private final Set<QualifiedName> routines = new HashSet<>();
    private final Set<QualifiedName> dictionaries = new HashSet<>();
    private final Set<QualifiedName> configurations = new HashSet<>();
    private final Set<QualifiedName> domains = new HashSet<>();
    private final Set<QualifiedName> views = new HashSet<>();

    private StaleObjects() {}

    /**
     * The objects with other results if one of them changes.
     *
     * @param schema the schema after the migration
     * @param changed the changed object
     */
    static StaleObjects of(Schema schema, SqlObject changed) {
        StaleObjects stale = new StaleObjects();
        CreateStatement.of(changed.create()).ifPresent(stale::add);
        boolean more = true;
        while (more) {
            more = false;
            for (SqlObject object : schema.objects()) {
                Optional<CreateStatement> made =
                        CreateStatement.of(object.create()).filter(each -> stale.uses(object, each));
                more |= made.isPresent() && stale.add(made.get());
            }
            for (View view : schema.views()) {
                more |= stale.uses(view) && stale.views.add(view.name());
            }
        }
        return stale;
    }

    /** Whether the statement creates an object whose results may be stored. */
    static boolean hasResults(CreateStatement made) {
        return made.routine() || made.kind().startsWith(TEXT_SEARCH);
    }

    /** Whether an expression uses one of them. */
    boolean usedBy(String sql) {
        ReferencedNames names = ReferencedNames.in(sql);
        return isAny(names.functions(), routines) || isAny(names.quoted(), configurations);
    }

    /** Whether the domain has a check that uses one of them. */
    boolean isDomain(QualifiedName type) {
        return domains.contains(type);
    }

    boolean isView(QualifiedName view) {
        return views.contains(view);
    }

    Set<QualifiedName> domains() {
        return Set.copyOf(domains);
    }

    private boolean add(CreateStatement made) {
        return switch (made.kind()) {
            case DICTIONARY -> dictionaries.add(made.name());
            case CONFIGURATION -> configurations.add(made.name());
            case "domain" -> domains.add(made.name());
            default -> made.routine() && routines.add(made.name());
        };
    }

    private boolean uses(SqlObject object, CreateStatement made) {
        ReferencedNames names = ReferencedNames.in(object.create());
        return switch (made.kind()) {
            case CONFIGURATION -> isAny(names.names(), dictionaries) || isAny(names.names(), configurations);
            case "aggregate" -> isAny(names.names(), routines);
            default ->
                (made.routine() || made.kind().equals("domain"))
                        && (isAny(names.functions(), routines) || isAny(names.quoted(), configurations));
        };
    }

    private boolean uses(View view) {
        ReferencedNames names = ReferencedNames.in(view.sql());
        return isAny(names.functions(), routines)
                || isAny(names.quoted(), configurations)
                || isAny(names.relations(), views);
    }

    private static boolean isAny(Set<QualifiedName> names, Set<QualifiedName> of) {
        return !of.isEmpty() && names.stream().anyMatch(of::contains);
    }
}
